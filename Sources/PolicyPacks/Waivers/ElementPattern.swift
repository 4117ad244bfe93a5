/// Which elements of a failure a waiver is for.
package enum ElementPattern: Hashable, Sendable {
  /// Those whose text matches the pattern.
  case text(String)
  /// Those whose attributes match the patterns, by their names.
  case attributes([Attribute])

  /// An attribute that an element must have.
  package struct Attribute: Hashable, Sendable {
    /// The name.
    package let name: String

    /// The pattern of its text.
    package let pattern: String
  }
}
