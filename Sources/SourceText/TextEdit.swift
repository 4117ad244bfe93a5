/// A replacement of a range of text.
package struct TextEdit: Hashable, Sendable {
  /// What is replaced.
  package let range: SourceRange

  /// What stands there afterwards.
  package let replacement: String

  /// Creates the edit that puts `replacement` in place of `range`.
  package init(range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}
