extension Program {
  /// Returns `root` with `new` in the place of `old`; the terms between them are added anew, so
  /// that operands still precede what they are operands of.
  ///
  /// - Precondition: `new` precedes no term that is added here, which is so when it was just added.
  package mutating func replace(
    _ old: TermID, with new: TermID, in root: TermID
  ) -> TermID {
    var known: [TermID: TermID] = [old: new]
    return replacement(of: root, &known)
  }

  private mutating func replacement(
    of id: TermID, _ known: inout [TermID: TermID]
  ) -> TermID {
    if let done = known[id] { return done }
    var isChanged = false
    for operand in self[id].operands where replacement(of: operand, &known) != operand {
      isChanged = true
    }
    let changed =
      isChanged
      ? insert(self[id].mapOperands { known[$0] ?? $0 }, type: type(of: id), at: range(of: id))
      : id
    known[id] = changed
    return changed
  }
}
