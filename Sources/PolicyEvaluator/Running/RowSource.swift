/// Where the rows of an operation's result are: in its vector, or still in the column of which that
/// would be a copy.
struct RowSource {
  /// Raw values of `CellState`.
  let states: [UInt8]

  /// Truth bytes or enum cases.
  let bytes: [UInt8]

  /// Numbers of the pools.
  let ids: [UInt32]

  /// Numbers.
  let words: [Int64]

  /// Which elements of the arrays are the rows.
  let rows: Range<Int>

  /// What rows that are absent in the arrays stand for.
  let substitute: Substitute

  /// Returns the truth of rows that are absent: `absent` if they stay so, and if they stand for a
  /// word, what `holds` says of it.
  func truthOfAbsent(_ absent: UInt8, where holds: (Int64) -> Bool) -> UInt8 {
    switch substitute {
    case .absent: absent
    case .unknown, .empty: 1
    case .word(let word): holds(word) ? 2 : 0
    }
  }
}
