/// A number for each row of a column, kept where it changes; 0 until the first change.
package struct RunLengthIDs: Sendable {
  /// The rows at which the number changes, ascending.
  package private(set) var rows: [UInt32] = []

  /// The numbers from those rows on.
  package private(set) var ids: [UInt32] = []

  /// Creates zeros for all rows.
  package init() {}

  /// Whether all rows have 0.
  package var isEmpty: Bool { rows.isEmpty }

  /// Says that `row`, the last row so far, has the number `id`.
  mutating func append(_ id: UInt32, at row: Int) {
    guard (ids.last ?? 0) != id else { return }
    rows.append(UInt32(row))
    ids.append(id)
  }

  /// Says what `other` says of the rows from 0 on, of those from `first` on: all that there are, with
  /// the numbers that `numbers` have at the place of others.
  mutating func append(_ other: RunLengthIDs, from first: Int, as numbers: [UInt32]) {
    append(0, at: first)
    for (row, id) in zip(other.rows, other.ids) {
      append(numbers[Int(id)], at: first + Int(row))
    }
  }

  /// The number of `row`, a 0-based index.
  ///
  /// - Complexity: O(log *n*) in the number of changes.
  package subscript(row: Int) -> UInt32 {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) <= row { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : ids[low - 1]
  }
}
