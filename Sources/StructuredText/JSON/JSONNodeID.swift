/// The identity of a value within one `JSONDocument`.
package struct JSONNodeID: Hashable, Sendable {
  /// The 0-based position of the value in the document's arena.
  let index: UInt32
}
