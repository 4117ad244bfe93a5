package import SourceText

/// What the values of one enumeration are.
package struct EnumerationType: Sendable {
  /// One value.
  package struct Case: Sendable {
    /// The name in the language.
    package let name: String
    /// How sources spell it.
    package let spellings: [String]
    /// Whether it stands for every other spelling.
    package let isOtherwise: Bool

    /// Creates the case called `name`.
    package init(name: String, spellings: [String], isOtherwise: Bool) {
      self.name = name
      self.spellings = spellings
      self.isOtherwise = isOtherwise
    }
  }

  /// The dotted name.
  package let name: String

  /// The cases, by index.
  package let cases: [Case]

  /// The doc comment, without its slashes.
  package let documentation: String

  /// Where the name is declared.
  package let range: SourceRange

  /// Creates the enumeration called `name`.
  package init(name: String, cases: [Case], documentation: String, range: SourceRange) {
    self.name = name
    self.cases = cases
    self.documentation = documentation
    self.range = range
  }

  /// Returns the 0-based index of the case that sources spell `text`.
  package func index(ofSpelling text: String) -> Int? {
    cases.firstIndex { $0.spellings.contains { $0.isSpelled(like: text) } }
      ?? cases.firstIndex { $0.isOtherwise }
  }
}
