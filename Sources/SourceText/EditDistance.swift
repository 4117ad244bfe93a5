/// How many edits turn one name into others: insertions, deletions, substitutions and swaps of
/// neighbouring bytes.
struct EditDistance {
  private let name: [UInt8]

  // The costs of the prefixes of a candidate, for the prefix of the name and those with one and two
  // bytes less.
  private var costs: [Int] = []
  private var previous: [Int] = []
  private var before: [Int] = []

  /// Creates the distances from `name`.
  init(from name: String) {
    self.name = Array(name.utf8)
  }

  /// Returns the number of edits that turn the name into `candidate`, or `nil` when it exceeds
  /// `limit`.
  ///
  /// - Complexity: O(*n* · `limit`) in the length of the name; less where the beginnings differ.
  mutating func edits(to candidate: String, atMost limit: Int) -> Int? {
    let other = candidate.utf8.span
    guard abs(name.count - other.count) <= limit else { return nil }
    let excess = limit + 1
    costs.removeAll(keepingCapacity: true)
    for column in 0...other.count { costs.append(min(column, excess)) }
    while previous.count < costs.count { previous.append(excess) }
    while before.count < costs.count { before.append(excess) }
    while costs.count < before.count { costs.append(excess) }
    for row in name.indices {
      swap(&before, &previous)
      swap(&previous, &costs)
      // Farther from the diagonal there are more edits than are allowed.
      let columns = max(0, row + 1 - limit)...min(other.count, row + 1 + limit)
      if columns.lowerBound > 0 { costs[columns.lowerBound - 1] = excess }
      var least = excess
      for column in columns {
        var cost = previous[column] + 1
        if column == 0 {
          cost = row + 1
        } else {
          let isSame = name[row] == other[column - 1]
          cost = min(cost, previous[column - 1] + (isSame ? 0 : 1), costs[column - 1] + 1)
          if row > 0, column > 1, name[row] == other[column - 2], name[row - 1] == other[column - 1]
          {
            cost = min(cost, before[column - 2] + 1)
          }
        }
        costs[column] = min(cost, excess)
        least = min(least, cost)
      }
      if columns.upperBound < other.count { costs[columns.upperBound + 1] = excess }
      if least > limit { return nil }
    }
    return costs[other.count] <= limit ? costs[other.count] : nil
  }
}
