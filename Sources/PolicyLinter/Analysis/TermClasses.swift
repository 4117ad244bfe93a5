internal import PolicyIR

/// Which terms are written alike: they have the same value wherever both stand in one body.
struct TermClasses: Sendable {
  /// The first term that is written like the one at the index.
  private let first: [TermID]

  /// Compares all terms of `program`.
  ///
  /// - Complexity: O(*n*) in the number of terms.
  init(_ program: Program) {
    var first: [TermID] = []
    first.reserveCapacity(program.termCount)
    var known: [Term: TermID] = [:]
    for index in 0..<program.termCount {
      let id = TermID(index: UInt32(index))
      // Operands precede the term, so their classes are known.
      let term = program[id].mapOperands { first[Int($0.index)] }
      if let same = known[term] {
        first.append(same)
      } else {
        known[term] = id
        first.append(id)
      }
    }
    self.first = first
  }

  /// Returns the first term that is written like `id`.
  subscript(id: TermID) -> TermID { first[Int(id.index)] }
}
