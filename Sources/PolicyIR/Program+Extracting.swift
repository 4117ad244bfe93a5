internal import ResourceModel
internal import SourceText

extension Program {
  /// Returns a program of nothing but copies of the terms that `roots` reach, and which of its terms
  /// is the copy of which; `nil` when they call functions.
  ///
  /// It shares no memory of terms and constants with this one: threads that walk the same terms would
  /// wait for each other, because walking counts references.
  package func extracting(_ roots: [TermID]) -> (program: Program, copies: [TermID: TermID])? {
    var program = Program(schema: schema)
    var copies: [TermID: TermID] = [:]
    for root in roots {
      guard copy(root, into: &program, &copies) != nil else { return nil }
    }
    return (program, copies)
  }

  private func copy(
    _ id: TermID, into program: inout Program, _ copies: inout [TermID: TermID]
  ) -> TermID? {
    if let known = copies[id] { return known }
    for operand in self[id].operands where copy(operand, into: &program, &copies) == nil {
      return nil
    }
    var term = self[id].mapOperands { copies[$0] ?? $0 }
    if case .call = term { return nil }
    if case .constant(let value) = term { term = .constant(value.detached) }
    if case .text(let parts) = term {
      let own: [TextPart] = parts.map { part in
        switch part {
        case .literal(let text): .literal(ExactText(text.text.detached))
        case .value: part
        }
      }
      term = .text(own)
    }
    let new = program.insert(term, type: type(of: id), at: range(of: id))
    copies[id] = new
    return new
  }
}
