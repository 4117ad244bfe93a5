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
    let keyword = currentID
    switch current.keyword {
    case .now:
      advance()
      return .instant(keyword: keyword, timestamp: try timestamp())
    case .with:
      advance()
      return .parameter(keyword: keyword, try assignment())
    case .waivers:
      advance()
      return .waivers(keyword: keyword, path: try string())
    case .case:
      advance()
      let name = try string()
      let columns = take(.for) == nil ? [] : try columns()
      let items = try items(.testCase, wrong: .error) { (parser) throws(Failure) in
        try parser.caseItem()
      }
      return .testCase(keyword: keyword, name: name, columns: columns, items: items)
    default: throw failExpectingItem("a part of the test", words: [.now, .with, .waivers, .case])
    }
  }

  /// Parses `case_item`.
  private mutating func caseItem() throws(Failure) -> CaseItem {
    let keyword = currentID
    switch current.keyword {
    case .now where peek().punctuation != .dot:
      advance()
      return .instant(keyword: keyword, timestamp: try timestamp())
    case .with where peek().punctuation != .dot:
      advance()
      return .parameter(keyword: keyword, try assignment())
    case .let: return try constant { .constant(keyword: keyword, name: $0, type: $1, value: $2) }
    case .given where peek().punctuation != .dot:
      advance()
      let format = try name("a source format")
      return .given(keyword: keyword, format: format, path: try string())
    case .waivers where peek().punctuation != .dot:
      advance()
      return .waivers(keyword: keyword, path: try string())
    case .waive where peek().punctuation != .dot:
      advance()
      return try waive(keyword)
    case .row where peek().punctuation != .dot: return try row()
    case .expect where peek().punctuation != .dot:
      advance()
      return .expectation(try expectation(keyword))
    default: break
    }
    guard startsTypeName else {
      throw failExpectingItem(
        "a part of the test case",
        words: [.now, .with, .let, .given, .waivers, .waive, .row, .expect])
    }
    return .fixture(try structureLiteral())
  }

  /// Parses `column { "," column }`.
  private mutating func columns() throws(Failure) -> [CaseColumn] {
    var columns: [CaseColumn] = []
    repeat {
      let name = try variableName("a column")
      columns.append(CaseColumn(name: name, type: take(.colon) == nil ? nil : try type()))
    } while take(.comma) != nil
    return columns
  }

  /// Parses `"row" expression { "," expression } { "expect" expectation }`.
  private mutating func row() throws(Failure) -> CaseItem {
    let keyword = advance()
    var values: [ExpressionID] = []
    repeat { values.append(wholeExpression()) } while take(.comma) != nil
    var expectations: [ExpectationClause] = []
    while at(.expect) {
      let keyword = advance()
      expectations.append(try expectation(keyword))
    }
    return .row(keyword: keyword, values: values, expectations: expectations)
  }

  /// Parses `[ text { "," text } "in" ] ( word | text )`, after `keyword`.
  mutating func waive(_ keyword: TokenID) throws(Failure) -> CaseItem {
    guard isAtString else {
      return .waive(keyword: keyword, elements: [], subject: try resourceName())
    }
    var texts = [try string()]
    while take(.comma) != nil { texts.append(try string()) }
    if take(.in) != nil {
      let subject = isAtString ? try string() : try resourceName()
      return .waive(keyword: keyword, elements: texts, subject: subject)
    }
    guard texts.count == 1 else { throw failExpecting("`in` and a resource") }
    return .waive(keyword: keyword, elements: [], subject: texts[0])
  }

  /// Parses the name of a resource that a `let` of the case gives.
  private mutating func resourceName() throws(Failure) -> ExpressionID {
    let start = position
    return insert(.name(try variableName("a resource")), from: start)
  }

  /// Parses `expectation`, after `keyword`.
  mutating func expectation(_ keyword: TokenID) throws(Failure) -> ExpectationClause {
    if at(.snapshot), !(peek().keyword?.isStatus ?? false) || peek().startsLine {
      advance()
      return .snapshot(keyword: keyword)
    }
    var subject: ExpressionID?
    if isAtString {
      subject = try string()
    } else if isAtName, peek().keyword?.isStatus ?? false, !peek().startsLine {
      let start = position
      subject = insert(.name(advance()), from: start)
    }
    let isWaivable = current.keyword?.isWaivable ?? false
    let status = try expect(oneOf: Keyword.statuses)
    var waived: WaivedClause?
    if isWaivable, let word = take(.waived) {
      var elements: [ExpressionID] = []
      if isAtString {
        repeat { elements.append(try string()) } while take(.comma) != nil
      }
      waived = WaivedClause(keyword: word, elements: elements)
    }
    let because = take(.because) == nil ? nil : try string()
    return .status(
      keyword: keyword, subject: subject, status: status, waived: waived, because: because)
  }

  /// Parses `word "=" expression`.
  private mutating func assignment() throws(Failure) -> FieldValue {
    try field { (parser) throws(Failure) in try parser.expect(.equals) }
  }

  /// Parses `"survivor" word text [ "at" text ] "because" text`.
  mutating func survivor(_ documentation: [TokenID]) throws(Failure) -> SurvivorDeclaration {
    try expect(.survivor)
    let owner = try name("a rule or function")
    let change = try string()
    let place = take(.at) == nil ? nil : try string()
    try expect(.because)
    return SurvivorDeclaration(
      documentation: documentation, owner: owner, change: change, place: place,
      reason: try string())
  }

  /// Parses a timestamp.
  mutating func timestamp() throws(Failure) -> ExpressionID {
    guard current.token.kind == .timestamp else { throw failExpecting("a timestamp") }
    let start = position
    return insert(.timestamp(advance()), from: start)
  }
}
