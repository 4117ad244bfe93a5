/// A part of a string literal.
package enum StringSegment: Hashable, Sendable {
  /// Text; a tree gives it with its escapes resolved.
  case text(StringText)
  /// `{expression}`.
  case interpolation(ExpressionID)
}

/// The bytes of a tree's text that a string literal holds.
package struct StringText: Hashable, Sendable {
  /// The 0-based offset of the first byte.
  package let lower: UInt32

  /// The 0-based offset past the last byte.
  package let upper: UInt32

  /// Whether some of them are escapes, which stand for other ones.
  package let hasEscapes: Bool

  /// Creates the text of the bytes from `lower` up to `upper`.
  package init(lower: UInt32, upper: UInt32, hasEscapes: Bool) {
    self.lower = lower
    self.upper = upper
    self.hasEscapes = hasEscapes
  }
}
