package import SourceText

/// A secondary range of a diagnostic, with a few words about it.
package struct Label: Hashable, Sendable {
  /// What is pointed at.
  package let range: SourceRange

  /// What is said about it, such as "declared here".
  package let text: String

  /// Creates a label that says `text` about `range`.
  package init(_ text: String, at range: SourceRange) {
    self.range = range
    self.text = text
  }
}
