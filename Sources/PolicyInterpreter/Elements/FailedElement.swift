/// One of the things by which a resource fails a rule, such as a port or a statement.
package struct FailedElement: Hashable, Sendable {
  /// An attribute of an element that is a structure.
  package struct Attribute: Hashable, Sendable {
    /// The name.
    package let name: String

    /// The value as text; `nil` unless all of it is known.
    package let text: String?
  }

  /// The element as text.
  package let text: String

  /// Its attributes, if it is a structure; else empty.
  package let attributes: [Attribute]
}
