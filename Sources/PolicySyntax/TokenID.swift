/// The identity of a token in one `SyntaxTree`.
package struct TokenID: Hashable, Sendable, Comparable {
  /// The 0-based index in the tree's tokens.
  package let index: UInt32

  /// Creates the identity of the token at `index`.
  @inlinable @inline(__always) package init(index: UInt32) {
    self.index = index
  }

  package static func < (left: TokenID, right: TokenID) -> Bool {
    left.index < right.index
  }
}
