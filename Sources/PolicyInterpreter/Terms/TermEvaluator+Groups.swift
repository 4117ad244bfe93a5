internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Elements put together by a key.
extension TermEvaluator {
  /// Returns the map from each key to the list of what the body gives for the elements with it, in
  /// the order of the elements.
  ///
  /// An element that may not be there, whose key is not known, or that is not known at all, may be
  /// in any group or in one of its own: all groups and the map are incomplete then. One that may not
  /// be there, or be one with another, but whose key is known, leaves only its own group open.
  func groups(_ iteration: Iteration, _ key: TermID, _ body: TermID) -> Cell {
    var order: [Value] = []
    var members: [Value: [Cell]] = [:]
    var doubts: [Value: Doubts] = [:]
    var openings = Doubts()
    let rest = iterate(iteration) { evaluator, element in
      let key = evaluator.read(key)
      guard case .value(let value) = key.reading, value.causes.isEmpty else {
        openings += element.passes.causes + key.withoutValue.reading.causes
        return true
      }
      let plain = value.withoutOrigins
      guard element.passes == .yes, element.likeness.isEmpty else {
        doubts[plain, default: Doubts()] += element.passes.causes + element.likeness
        return true
      }
      if members[plain] == nil { order.append(plain) }
      members[plain, default: []].append(evaluator.evaluate(body))
      return true
    }
    let open = (openings.causes + rest.missing).distinct
    let entries = order.map { key in
      let missing = (open + (doubts[key]?.causes ?? [])).distinct
      let list = Value.list(Collection(members[key] ?? [], missing: missing))
      return MapEntry(key: key, value: Cell(.value(list), origin: rest.origin))
    }
    // A group of which every element may not be there may not be there itself.
    let doubtful = doubts.filter { members[$0.key] == nil }.values.flatMap(\.causes)
    return Cell(.value(.map(entries, missing: (open + doubtful).distinct)), origin: rest.origin)
  }
}
