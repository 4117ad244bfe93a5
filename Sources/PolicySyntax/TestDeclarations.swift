/// `test rule_name { … }`.
package struct TestDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  /// The rule that is tested.
  package var rule: TokenID
  package var items: [TestItem]

  package init(documentation: [TokenID], rule: TokenID, items: [TestItem]) {
    self.documentation = documentation
    self.rule = rule
    self.items = items
  }
}

/// One part of a test.
package enum TestItem: Hashable, Sendable {
  /// `now 2026-01-01T00:00:00Z`.
  case instant(keyword: TokenID, timestamp: ExpressionID)
  /// `with parameter = value`.
  case parameter(keyword: TokenID, FieldValue)
  /// `case "name" { … }`.
  case testCase(keyword: TokenID, name: ExpressionID, items: [CaseItem])
  /// Text that is none of these; it was reported.
  case error
}

/// One part of a case of a test.
package enum CaseItem: Hashable, Sendable {
  /// `now 2026-01-01T00:00:00Z`.
  case instant(keyword: TokenID, timestamp: ExpressionID)
  /// `with parameter = value`.
  case parameter(keyword: TokenID, FieldValue)
  /// `let name = fixture`.
  case constant(keyword: TokenID, name: TokenID, value: ExpressionID)
  /// `given terraform "plan.json"`.
  case given(keyword: TokenID, format: TokenID, path: ExpressionID)
  /// A structure literal that stands alone.
  case fixture(ExpressionID)
  /// `expect subject status because "text"`; the subject is a name or a string literal.
  case expectation(
    keyword: TokenID, subject: ExpressionID?, status: TokenID, because: ExpressionID?)
  /// Text that is none of these; it was reported.
  case error
}
