extension [Cause] {
  /// The causes, each once, in a stable order.
  package var distinct: [Cause] {
    // What was put together from causes that were in order mostly is in order.
    if isDistinct { return self }
    var result: [Cause] = []
    for cause in sorted() where result.last != cause { result.append(cause) }
    return result
  }

  /// Returns the causes of both, each once; both are as `distinct` makes them, and so is the result.
  package func merged(with others: [Cause]) -> [Cause] {
    if others.isEmpty || self == others { return self }
    guard !isEmpty else { return others }
    var result: [Cause] = []
    result.reserveCapacity(count + others.count)
    var (mine, theirs) = (0, 0)
    while mine < count, theirs < others.count {
      if self[mine] < others[theirs] {
        result.append(self[mine])
        mine += 1
      } else {
        if self[mine] == others[theirs] { mine += 1 }
        result.append(others[theirs])
        theirs += 1
      }
    }
    return result + self[mine...] + others[theirs...]
  }

  private var isDistinct: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1] < self[$0] }
  }
}
