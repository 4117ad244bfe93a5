/// `map terraform "type" to Type { … }`.
package struct MappingDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  /// The source format, such as `terraform`.
  package var source: TokenID
  /// The types of the raw resources, as string literals.
  package var rawTypes: [ExpressionID]
  package var target: QualifiedName
  package var items: [MappingItem]

  package init(
    documentation: [TokenID], source: TokenID, rawTypes: [ExpressionID], target: QualifiedName,
    items: [MappingItem]
  ) {
    self.documentation = documentation
    self.source = source
    self.rawTypes = rawTypes
    self.target = target
    self.items = items
  }
}

/// What joined raw resources have to do with the one that is mapped.
package enum JoinRelation: Hashable, Sendable {
  /// `on path`: their attribute at `path` refers to it.
  case path([TokenID])
  /// `in account` or `in region`: they are in the same one.
  case scope(TokenID)
}

/// One line of a mapping.
package enum MappingItem: Hashable, Sendable {
  /// `where condition`: which raw resources it is for.
  case filter(keyword: TokenID, condition: ExpressionID)
  /// `adopted condition`: which raw resources exist already, although the source says it makes them.
  case adopted(keyword: TokenID, condition: ExpressionID)
  /// `join name = "type", "type" on path`, or `in scope`: the raw resources of these types that have
  /// to do with this one.
  case join(keyword: TokenID, name: TokenID, rawTypes: [ExpressionID], JoinRelation)
  /// `let name: Type = value`.
  case constant(keyword: TokenID, name: TokenID, type: TypeNameID?, value: ExpressionID)
  /// `attribute = value`.
  case field(FieldValue)
  /// Text that is none of these; it was reported.
  case error
}
