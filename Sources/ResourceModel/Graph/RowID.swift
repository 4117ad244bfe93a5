/// The identity of a node in one `ResourceGraph`.
package struct RowID: Hashable, Sendable, Comparable {
  /// The node's type.
  package let type: ResourceTypeID

  /// The 0-based index among the nodes of the type.
  package let index: Int

  /// Creates the identity of the node at `index` of `type`.
  package init(type: ResourceTypeID, index: Int) {
    self.type = type
    self.index = index
  }

  package static func < (left: RowID, right: RowID) -> Bool {
    (left.type, left.index) < (right.type, right.index)
  }
}
