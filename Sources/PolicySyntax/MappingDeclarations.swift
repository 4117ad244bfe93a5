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

/// One line of a mapping.
package enum MappingItem: Hashable, Sendable {
  /// `where condition`: which raw resources it is for.
  case filter(keyword: TokenID, condition: ExpressionID)
  /// `adopted condition`: which raw resources exist already, although the source says it makes them.
  case adopted(keyword: TokenID, condition: ExpressionID)
  /// `join name = "type", "type" on path`: the raw resources of these types whose attribute at
  /// `path` refers to this one.
  case join(keyword: TokenID, name: TokenID, rawTypes: [ExpressionID], path: [TokenID])
  /// `let name: Type = value`.
  case constant(keyword: TokenID, name: TokenID, type: TypeNameID?, value: ExpressionID)
  /// `attribute = value`.
  case field(FieldValue)
  /// Text that is none of these; it was reported.
  case error
}
