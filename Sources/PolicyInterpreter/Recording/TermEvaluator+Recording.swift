internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// What is noted of terms while they are evaluated, for coverage.
extension TermEvaluator {
  /// Notes what the term gave; does nothing unless there is a record.
  func note(_ id: TermID, _ cell: Cell) {
    guard var notes = record else { return }
    // Operands are read once more, which must neither be noted nor paid for.
    record = nil
    let (savedSteps, savedSlots) = (steps, slots)
    if schema.types[program.type(of: id)] == .bool {
      switch Answer(resolved(cell).reading).truth {
      case .true: notes.insert(.yes, of: id)
      case .false: notes.insert(.no, of: id)
      case .unknown: notes.insert(.unknown, of: id)
      }
    }
    if case .compare(_, let left, let right) = program[id],
      let first = read(left).reading.value, let second = read(right).reading.value,
      let order = first.order(to: second)
    {
      notes.insert(order < 0 ? .below : order == 0 ? .equal : .above, of: id)
    }
    (steps, slots) = (savedSteps, savedSlots)
    record = notes
  }
}
