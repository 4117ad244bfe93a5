/// An element by which a resource fails, and the waiver that covers it.
package struct FindingElement: Hashable, Sendable {
  /// The element as text.
  package let text: String

  /// The waiver, as a 0-based index into the report's; `nil` when none covers it.
  package let waiver: Int?
}
