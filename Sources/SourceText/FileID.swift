/// The identity of a source file within one `SourceMap`.
package struct FileID: Hashable, Sendable, Comparable {
  /// The 0-based index of the file in its map.
  package let index: UInt32

  /// Creates the identity of the file at `index`.
  @inlinable @inline(__always) package init(index: UInt32) {
    self.index = index
  }

  package static func < (left: FileID, right: FileID) -> Bool {
    left.index < right.index
  }
}
