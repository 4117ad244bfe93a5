internal import PolicyIR
internal import ResourceModel

/// What paths along edges, and maps, add to proofs.
extension Prover {
  /// Returns how many resources are reached.
  mutating func extent(_ base: TermID, _ paths: [[Int]], _ includesBase: Bool) -> String {
    let evaluator = judgement.evaluator
    let search = evaluator.closure(
      of: evaluator.read(base), along: paths, includesBase: includesBase)
    return (search.missing.isEmpty ? "" : "at least ") + "\(search.rows.count) reached"
  }

  /// Returns the way to the element when it is one of what is reached along edges; else nothing.
  mutating func way(to element: TermID, in collection: TermID) -> String {
    let evaluator = judgement.evaluator
    guard case .closure(let base, let paths, let includesBase) = evaluator.program[collection],
      case .value(.resource(let row)) = evaluator.read(element).reading
    else { return "" }
    let search = evaluator.closure(
      of: evaluator.read(base), along: paths, includesBase: includesBase)
    guard search.rows.contains(row) else { return "" }
    return search.way(to: row).map { evaluator.printer.text(of: .resource($0)) }
      .joined(separator: " → ")
  }

  /// Puts the value of the key `element` in its variable, when a map is ranged over.
  mutating func bindValue(of element: Cell, _ iteration: Iteration) {
    guard let slot = iteration.valueSlot, case .value(let key) = element.reading,
      case .value(.map(let entries, _)) = judgement.evaluator.read(iteration.collection).reading,
      let entry = entries.first(where: { $0.key.withoutOrigins == key.withoutOrigins })
    else { return }
    judgement.evaluator.bind(slot, entry.value)
  }
}
