/// The identity of a value within one `JSONDocument`.
package struct JSONNodeID: Hashable, Sendable {
  /// The 0-based position of the value in the document's arena.
  @usableFromInline let index: UInt32

  // The one that the compiler makes is no part of the modules that use it.
  @inlinable package static func == (left: JSONNodeID, right: JSONNodeID) -> Bool {
    left.index == right.index
  }
}
