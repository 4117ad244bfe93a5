/// How one list of lines becomes another, after Myers.
enum LineDifference {
  /// What becomes of one line.
  enum Step: Hashable, Sendable {
    /// The line stays: 0-based indices in the old and the new list.
    case keep(old: Int, new: Int)
    /// The line at an index of the old list goes.
    case remove(old: Int)
    /// The line at an index of the new list comes.
    case insert(new: Int)
  }

  /// The greatest number of changes that are looked for; past it everything in between is replaced.
  static let mostChanges = 1000

  /// Returns the steps from `old` to `new`, as few as may be.
  static func steps(from old: [String], to new: [String]) -> [Step] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let (oldEnd, newEnd) = (old.count - end, new.count - end)
    var steps = (0..<start).map { Step.keep(old: $0, new: $0) }
    let middle = shortest(
      Array(old[start..<oldEnd]), Array(new[start..<newEnd]), mostChanges: mostChanges)
    for step in middle {
      switch step {
      case .keep(let old, let new): steps.append(.keep(old: old + start, new: new + start))
      case .remove(let old): steps.append(.remove(old: old + start))
      case .insert(let new): steps.append(.insert(new: new + start))
      }
    }
    return steps + (0..<end).map { .keep(old: oldEnd + $0, new: newEnd + $0) }
  }

  /// Returns the steps on a shortest path, or all removals and insertions when it is too long.
  private static func shortest(
    _ old: [String], _ new: [String], mostChanges: Int
  ) -> [Step] {
    let most = Swift.min(mostChanges, old.count + new.count)
    // Diagonals are numbered from `-most - 1` up.
    let zero = most + 1
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    for changes in 0...most {
      trace.append(Array(furthest[(zero - changes - 1)...(zero + changes + 1)]))
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let index = zero + diagonal
        let goesDown =
          diagonal == -changes
          || (diagonal != changes && furthest[index - 1] < furthest[index + 1])
        var x = goesDown ? furthest[index + 1] : furthest[index - 1] + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        furthest[index] = x
        if x >= old.count, x - diagonal >= new.count {
          return path(trace, x: old.count, y: new.count)
        }
      }
    }
    return old.indices.map { .remove(old: $0) } + new.indices.map { .insert(new: $0) }
  }

  /// Returns the steps to `x` and `y` along the furthest points of each number of changes.
  private static func path(_ trace: [[Int]], x: Int, y: Int) -> [Step] {
    var (x, y) = (x, y)
    var steps: [Step] = []
    for (changes, furthest) in trace.enumerated().reversed() {
      let diagonal = x - y
      let zero = changes + 1
      let goesDown =
        diagonal == -changes
        || (diagonal != changes
          && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1])
      let from = goesDown ? diagonal + 1 : diagonal - 1
      let fromX = changes == 0 ? 0 : furthest[zero + from]
      let fromY = changes == 0 ? 0 : fromX - from
      while x > fromX, y > fromY {
        (x, y) = (x - 1, y - 1)
        steps.append(.keep(old: x, new: y))
      }
      guard changes > 0 else { break }
      if goesDown {
        y -= 1
        steps.append(.insert(new: y))
      } else {
        x -= 1
        steps.append(.remove(old: x))
      }
    }
    return steps.reversed()
  }
}
