internal import PolicySyntax

/// Tests.
extension Parser {
  /// Parses `"test" word "{" { test_item } "}"`.
  mutating func test(_ documentation: [TokenID]) throws(Failure) -> TestDeclaration {
    try expect(.test)
    let rule = try name("a rule")
    let items = try items(.test, wrong: .error) { (parser) throws(Failure) in
      try parser.testItem()
    }
    return TestDeclaration(documentation: documentation, rule: rule, items: items)
  }

  /// Parses `test_item`.
  private mutating func testItem() throws(Failure) -> TestItem {
    let keyword = ids[position]
    switch current.keyword {
    case .now:
      advance()
      return .instant(keyword: keyword, timestamp: try timestamp())
    case .with:
      advance()
      return .parameter(keyword: keyword, try assignment())
    case .case:
      advance()
      let name = try string()
      let items = try items(.testCase, wrong: .error) { (parser) throws(Failure) in
        try parser.caseItem()
      }
      return .testCase(keyword: keyword, name: name, items: items)
    default: throw failExpectingItem("a part of the test", words: [.now, .with, .case])
    }
  }

  /// Parses `case_item`.
  private mutating func caseItem() throws(Failure) -> CaseItem {
    let keyword = ids[position]
    switch current.keyword {
    case .now where peek().punctuation != .dot:
      advance()
      return .instant(keyword: keyword, timestamp: try timestamp())
    case .with where peek().punctuation != .dot:
      advance()
      return .parameter(keyword: keyword, try assignment())
    case .let:
      return try constant { name, _, value in
        .constant(keyword: keyword, name: name, value: value)
      }
    case .given where peek().punctuation != .dot:
      advance()
      let format = try name("a source format")
      return .given(keyword: keyword, format: format, path: try string())
    case .expect where peek().punctuation != .dot: return try expectation()
    default: break
    }
    guard startsTypeName else {
      throw failExpectingItem(
        "a part of the test case", words: [.now, .with, .let, .given, .expect])
    }
    return .fixture(try structureLiteral())
  }

  /// Parses `"expect" [ word | string ] status [ "because" string ]`.
  private mutating func expectation() throws(Failure) -> CaseItem {
    let keyword = advance()
    var subject: ExpressionID?
    if isAtString {
      subject = try string()
    } else if isAtName, peek().keyword?.isStatus ?? false, !peek().startsLine {
      let start = position
      subject = insert(.name(advance()), from: start)
    }
    let status = try expect(oneOf: Keyword.allCases.filter(\.isStatus))
    let because = take(.because) == nil ? nil : try string()
    return .expectation(keyword: keyword, subject: subject, status: status, because: because)
  }

  /// Parses `word "=" expression`.
  private mutating func assignment() throws(Failure) -> FieldValue {
    try field { (parser) throws(Failure) in try parser.expect(.equals) }
  }

  /// Parses a timestamp.
  private mutating func timestamp() throws(Failure) -> ExpressionID {
    guard current.token.kind == .timestamp else { throw failExpecting("a timestamp") }
    let start = position
    return insert(.timestamp(advance()), from: start)
  }
}
