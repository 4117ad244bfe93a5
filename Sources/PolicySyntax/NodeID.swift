/// The identity of a node of the family `Node` in one `SyntaxTree`; meaningless without it.
package struct NodeID<Node>: Hashable, Sendable {
  /// The 0-based index in the family's array.
  package let index: UInt32

  /// Creates the identity of the node at `index`.
  @inlinable @inline(__always) package init(index: UInt32) {
    self.index = index
  }
}

/// The identity of an expression.
package typealias ExpressionID = NodeID<Expression>

/// The identity of a type expression.
package typealias TypeNameID = NodeID<TypeName>

/// The identity of a declaration.
package typealias DeclarationID = NodeID<Declaration>
