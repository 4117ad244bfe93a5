/// The rows of one operation's result, or of a part of it; which arrays hold what follows from the
/// operation's shape.
struct Vector {
  /// Raw values of `CellState`; empty for truths.
  var states: [UInt8] = []

  /// Truth bytes or enum cases; of collections, 1 where there may be more elements.
  var bytes: [UInt8] = []

  /// Numbers of the pools or rows; of collections, where runs start.
  var ids: [UInt32] = []

  /// Where runs of collections end.
  var ends: [UInt32] = []

  /// Numbers; of bounds, the least.
  var words: [Int64] = []

  /// The greatest number of bounds, or `Int64.max` for none.
  var uppers: [Int64] = []
}
