internal import PolicyIR
internal import ResourceModel

/// Sets of addresses and of ports that are put together.
extension Machine {
  /// Puts the union of the sets in the rows of the frame together, for each row of its outer one.
  func union(
    _ id: OperationID, _ frame: FrameID, _ filter: OperationID?, _ body: OperationID,
    _ kind: SetKind, _ isWhole: Bool, _ count: Int
  ) {
    let (open, filters, ends) = members(of: frame, passing: filter, count)
    demand(body)
    let source = vectors[body]
    let lists = isWhole ? plan.frames[frame].collection.map { vectors[$0].states } : nil
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.ids.demand(count, 0)
    var row = 0
    var parts: [UInt32] = []
    for outer in 0..<count {
      var isOpen = open[outer] != 0
      parts.removeAll(keepingCapacity: true)
      while row < Int(ends[outer]) {
        let passes = filters?[row] ?? 2
        // An element that may not be there, or is not known, may add anything.
        if passes == 1 || passes == 2 && source.states[row] != 2 { isOpen = true }
        if passes == 2, source.states[row] == 2 { parts.append(source.ids[row]) }
        row += 1
      }
      vector.states[outer] = lists?[outer] == 1 ? 1 : 2
      vector.ids[outer] = made.union(of: parts, isOpen: isOpen, kind)
    }
    vectors[id] = vector
  }

  /// Puts the union of the sets in the same row of several vectors together.
  func unite(_ id: OperationID, _ sets: [OperationID], _ kind: SetKind, _ count: Int) {
    for set in sets { demand(set) }
    let sources = sets.map { vectors[$0] }
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.ids.demand(count, 0)
    var parts: [UInt32] = []
    for row in 0..<count {
      var isOpen = false
      parts.removeAll(keepingCapacity: true)
      for source in sources {
        if source.states[row] == 2 { parts.append(source.ids[row]) } else { isOpen = true }
      }
      vector.states[row] = 2
      vector.ids[row] = made.union(of: parts, isOpen: isOpen, kind)
    }
    vectors[id] = vector
  }
}
