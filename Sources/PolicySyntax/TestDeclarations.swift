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
  /// `waivers "waivers.yaml"`.
  case waivers(keyword: TokenID, path: ExpressionID)
  /// `case "name" for column { … }`; without columns there are no rows.
  case testCase(
    keyword: TokenID, name: ExpressionID, columns: [CaseColumn], items: [CaseItem])
  /// Text that is none of these; it was reported.
  case error
}

/// A name that stands for another value in each row of a case: `age: Duration`.
package struct CaseColumn: Hashable, Sendable {
  package var name: TokenID
  package var type: TypeNameID?

  package init(name: TokenID, type: TypeNameID?) {
    self.name = name
    self.type = type
  }
}

/// What a case expects.
package enum ExpectationClause: Hashable, Sendable {
  /// `expect subject status waived "element" because "text"`; the subject is a name or a string
  /// literal.
  case status(
    keyword: TokenID, subject: ExpressionID?, status: TokenID, waived: WaivedClause?,
    because: ExpressionID?)
  /// `expect snapshot`.
  case snapshot(keyword: TokenID)
}

/// `waived "element", "element"`; without elements the whole finding is waived.
package struct WaivedClause: Hashable, Sendable {
  package var keyword: TokenID
  package var elements: [ExpressionID]

  package init(keyword: TokenID, elements: [ExpressionID]) {
    self.keyword = keyword
    self.elements = elements
  }
}

/// One part of a case of a test.
package enum CaseItem: Hashable, Sendable {
  /// `now 2026-01-01T00:00:00Z`.
  case instant(keyword: TokenID, timestamp: ExpressionID)
  /// `with parameter = value`.
  case parameter(keyword: TokenID, FieldValue)
  /// `let name: Type = fixture`.
  case constant(keyword: TokenID, name: TokenID, type: TypeNameID?, value: ExpressionID)
  /// `given terraform "plan.json"`.
  case given(keyword: TokenID, format: TokenID, path: ExpressionID)
  /// `waivers "waivers.yaml"`.
  case waivers(keyword: TokenID, path: ExpressionID)
  /// `waive "element", "element" in subject`, or `waive subject` without elements; the subject is a
  /// name or a string literal.
  case waive(keyword: TokenID, elements: [ExpressionID], subject: ExpressionID)
  /// A structure literal that stands alone.
  case fixture(ExpressionID)
  /// `row value, value expect status`.
  case row(keyword: TokenID, values: [ExpressionID], expectations: [ExpectationClause])
  /// `expect …`.
  case expectation(ExpectationClause)
  /// Text that is none of these; it was reported.
  case error
}

/// `survivor rule_or_function "change" at "text" because "reason"`.
package struct SurvivorDeclaration: Hashable, Sendable {
  package var documentation: [TokenID]
  /// The rule or function that is changed.
  package var owner: TokenID
  package var change: ExpressionID
  /// A part of what is changed, where the change alone is not enough.
  package var place: ExpressionID?
  package var reason: ExpressionID

  package init(
    documentation: [TokenID], owner: TokenID, change: ExpressionID, place: ExpressionID?,
    reason: ExpressionID
  ) {
    self.documentation = documentation
    self.owner = owner
    self.change = change
    self.place = place
    self.reason = reason
  }
}
