package import SourceText

/// Where a node came from.
package struct Provenance: Hashable, Sendable {
  /// The source's own name of the resource; empty for nodes that no source names.
  @ExactText package private(set) var address: String

  /// Where it stands in the source.
  package let origin: SourceRange?

  /// Whether everything that is attached to the node is in the same input.
  package let isNew: Bool

  /// Where it starts in a source that is not kept, as `Place` writes it.
  package let place: UInt64?

  /// Creates the provenance of the resource called `address`.
  package init(address: String, origin: SourceRange?, isNew: Bool, place: UInt64? = nil) {
    self.address = address
    self.origin = origin
    self.isNew = isNew
    self.place = place
  }
}
