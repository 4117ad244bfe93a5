/// What a row of a column holds, in the order of truth: whether something is present is this very
/// number.
package enum CellState: UInt8, Hashable, Sendable {
  /// The source looked, and it is not set.
  case absent = 0
  /// What it is, is not known.
  case unknown = 1
  /// The source says what it is.
  case value = 2
  /// A key by which an edge finds its target when the graph freezes; no frozen graph has any.
  case pending = 3
}
