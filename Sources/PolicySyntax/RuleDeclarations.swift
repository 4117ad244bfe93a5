/// `name: Type = value in bounds`.
package struct ParameterDeclaration: Hashable, Sendable {
  package var name: TokenID
  package var type: TypeNameID
  /// The value when none is given.
  package var defaultValue: ExpressionID?
  /// The range the value must lie in.
  package var bounds: ExpressionID?

  package init(
    name: TokenID, type: TypeNameID, defaultValue: ExpressionID?, bounds: ExpressionID?
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.bounds = bounds
  }
}

/// `fn name(parameters) -> Type = body`, perhaps `private` before it.
package struct FunctionDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  /// Whether only its own pack sees it.
  package var isPrivate: Bool
  package var name: TokenID
  package var parameters: [ParameterDeclaration]
  package var result: TypeNameID
  package var body: ExpressionID

  package init(
    documentation: [TokenID], isPrivate: Bool, name: TokenID, parameters: [ParameterDeclaration],
    result: TypeNameID, body: ExpressionID
  ) {
    self.documentation = documentation
    self.isPrivate = isPrivate
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }
}

/// `rule name(parameters) { statements }`.
package struct RuleDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  package var name: TokenID
  package var parameters: [ParameterDeclaration]
  package var statements: [Statement]

  package init(
    documentation: [TokenID], name: TokenID, parameters: [ParameterDeclaration],
    statements: [Statement]
  ) {
    self.documentation = documentation
    self.name = name
    self.parameters = parameters
    self.statements = statements
  }
}

/// A statement of a rule.
package enum Statement: Hashable, Sendable {
  /// `for name in Type`; `keyword` is the `for`.
  case population(keyword: TokenID, name: TokenID, type: QualifiedName)
  /// `where condition`.
  case filter(keyword: TokenID, condition: ExpressionID)
  /// `let name: Type = value`.
  case constant(keyword: TokenID, name: TokenID, type: TypeNameID?, value: ExpressionID)
  /// `require condition else message`.
  case requirement(keyword: TokenID, condition: ExpressionID, message: ExpressionID?)
  /// `severity high`.
  case severity(keyword: TokenID, value: TokenID)
  /// `remediation "text"`.
  case remediation(keyword: TokenID, text: ExpressionID)
  /// `on_empty pass`.
  case onEmpty(keyword: TokenID, value: TokenID)
  /// `formerly name, name`.
  case formerly(keyword: TokenID, names: [TokenID])
  /// Text that is no statement; it was reported.
  case error
}
