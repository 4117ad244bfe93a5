package import SourceText

/// What the values of one structure are.
package struct StructureType: Sendable {
  /// The dotted name.
  package let name: String

  /// The attributes, by index.
  package var attributes: [Attribute]

  /// The doc comment, without its slashes.
  package let documentation: String

  /// Where the name is declared.
  package let range: SourceRange

  /// Creates the structure called `name`.
  package init(name: String, attributes: [Attribute], documentation: String, range: SourceRange) {
    self.name = name
    self.attributes = attributes
    self.documentation = documentation
    self.range = range
  }

  /// Returns the 0-based index of the attribute that is, or was, called `name`.
  package func attribute(named name: String) -> Int? {
    attributes.index(named: name)
  }
}
