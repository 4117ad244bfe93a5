internal import Diagnostics
internal import PolicySyntax
internal import SourceText
internal import StructuredText

/// Tests and their cases.
extension RuleFileReader {
  /// The keys of a test.
  private enum TestKey: String, CaseIterable {
    case test
    case doc
    case now
    case with
    case waivers
    case cases
  }

  /// The keys of a case.
  private enum CaseKey: String, CaseIterable {
    case `case`
    case `for`
    case now
    case with
    case `let`
    case given
    case fixtures
    case waivers
    case waive
    case rows
    case expect
  }

  /// Reads one test.
  mutating func readTest(_ item: YAMLNode) {
    guard
      let members = members(
        of: item, known: TestKey.allCases.map(\.rawValue),
        needed: [TestKey.test.rawValue, TestKey.cases.rawValue], what: "the test")
    else { return }
    let documentation = item.member(TestKey.doc.rawValue).map { self.documentation($0) } ?? []
    let rule = item.member(TestKey.test.rawValue).flatMap { value in
      fragment(value, as: "the name of the rule") { (parser) throws(Failure) in
        try parser.name("a rule")
      }
    }
    var items: [TestItem] = []
    for (key, value) in members {
      guard let known = TestKey(rawValue: key.scalar?.text ?? "") else { continue }
      switch known {
      case .test, .doc: break
      case .now:
        items += instant(value).map { [.instant(keyword: keyword(key), timestamp: $0)] } ?? []
      case .with: items += parameters(key, value).map { .parameter(keyword: $0, $1) }
      case .waivers: items += waivers(key, value).map { .waivers(keyword: $0, path: $1) }
      case .cases:
        guard let cases = value.sequence, !cases.isEmpty else {
          report(.wrongYAMLKind("a list of cases", at: value.range))
          continue
        }
        for one in cases { if let read = readCase(one) { items.append(read) } }
      }
    }
    guard let rule else {
      _ = parser.tree.insert(root: .error, at: item.range)
      return
    }
    let test = TestDeclaration(documentation: documentation, rule: rule, items: items)
    _ = parser.tree.insert(root: .test(test), at: item.range)
  }

  /// Reads one case.
  private mutating func readCase(_ item: YAMLNode) -> TestItem? {
    guard
      let members = members(
        of: item, known: CaseKey.allCases.map(\.rawValue), needed: [CaseKey.case.rawValue],
        what: "the case")
    else { return nil }
    let known = members.map { (key: CaseKey(rawValue: $0.key.scalar?.text ?? ""), member: $0) }
    guard let (name, word) = caseName(known.first { $0.key == .case }?.member) else { return nil }
    let columns = item.member(CaseKey.for.rawValue).map { self.columns($0) } ?? []
    var items: [CaseItem] = []
    let stages: [[CaseKey]] = [
      [.now, .with], [.let], [.given, .fixtures], [.waivers, .waive], [.expect], [.rows],
    ]
    for stage in stages {
      for (key, member) in known {
        guard let key, stage.contains(key) else { continue }
        items += caseItems(key, member.key, member.value, columns)
      }
    }
    return .testCase(keyword: word, name: name, columns: columns.map(\.column), items: items)
  }

  /// Reads the name of a case, a string with interpolations.
  private mutating func caseName(
    _ member: (key: YAMLNode, value: YAMLNode)?
  ) -> (ExpressionID, TokenID)? {
    guard let member else { return nil }
    let word = keyword(member.key)
    return template(member.value).map { ($0, word) }
  }

  private mutating func caseItems(
    _ key: CaseKey, _ node: YAMLNode, _ value: YAMLNode, _ columns: [Column]
  ) -> [CaseItem] {
    switch key {
    case .case, .for: return []
    case .now: return instant(value).map { [.instant(keyword: keyword(node), timestamp: $0)] } ?? []
    case .with: return parameters(node, value).map { .parameter(keyword: $0, $1) }
    case .let:
      return named(value, what: "a mapping from names to fixtures") { reader, name, value in
        .constant(
          keyword: reader.keyword(node), name: name, type: nil, value: reader.expression(value))
      }
    case .given:
      let word = keyword(node)
      let given = fragment(value, as: "a format and a path, such as `terraform \"plan.json\"`") {
        (parser) throws(Failure) -> CaseItem in
        let format = try parser.name("a source format")
        return .given(keyword: word, format: format, path: try parser.string())
      }
      return given.map { [$0] } ?? []
    case .fixtures:
      guard let fixtures = value.sequence else { return [.fixture(expression(value))] }
      return fixtures.map { .fixture(expression($0)) }
    case .waivers: return waivers(node, value).map { .waivers(keyword: $0, path: $1) }
    case .waive:
      return elements(of: value, "at least one waiver").compactMap { item in
        let word = keyword(node)
        return fragment(item, as: "what is waived, such as `\"22\" in gate`") {
          (parser) throws(Failure) in try parser.waive(word)
        }
      }
    case .expect: return expectations(node, value).map { .expectation($0) }
    case .rows:
      guard let rows = value.sequence, !rows.isEmpty else {
        report(.wrongYAMLKind("a list of rows", at: value.range))
        return []
      }
      return rows.compactMap { row($0, node, columns) }
    }
  }

  /// A column with the key of its values.
  private struct Column {
    let name: String
    let column: CaseColumn
  }

  /// Reads the names of columns, or a mapping from their names to their types.
  private mutating func columns(_ value: YAMLNode) -> [Column] {
    if value.mapping != nil {
      return named(value, what: "columns") { reader, name, value in
        let type = reader.fragment(value, as: "a type") { (parser) throws(Failure) in
          try parser.type()
        }
        return Column(
          name: reader.parser.tree.text(of: name), column: CaseColumn(name: name, type: type))
      }
    }
    return (value.sequence ?? [value]).compactMap { item in
      let name = fragment(item, as: "the name of a column") { (parser) throws(Failure) in
        try parser.variableName("a column")
      }
      return name.map {
        Column(name: parser.tree.text(of: $0), column: CaseColumn(name: $0, type: nil))
      }
    }
  }

  /// Reads a row: a mapping from columns to their values, and what it expects.
  private mutating func row(
    _ item: YAMLNode, _ node: YAMLNode, _ columns: [Column]
  ) -> CaseItem? {
    let names = columns.map(\.name)
    let expect = CaseKey.expect.rawValue
    guard
      members(of: item, known: names + [expect], needed: names, what: "the row") != nil,
      names.allSatisfy({ item.member($0) != nil })
    else { return .error }
    let word = keyword(item.mapping?.first?.key ?? node)
    let values = names.compactMap { item.member($0) }.map { expression($0) }
    let clauses = item.mapping?.first { $0.key.scalar?.text == expect }
      .map { expectations($0.key, $0.value) }
    return .row(keyword: word, values: values, expectations: clauses ?? [])
  }

  /// Reads what is expected: one or a list of what stands after `expect`.
  private mutating func expectations(
    _ node: YAMLNode, _ value: YAMLNode
  ) -> [ExpectationClause] {
    (value.sequence ?? [value]).compactMap { item in
      let word = keyword(node)
      return fragment(item, as: "what is expected, such as `fail because \"…\"`") {
        (parser) throws(Failure) in try parser.expectation(word)
      }
    }
  }

  /// Reads the path of a file with waivers, or a list of such paths.
  private mutating func waivers(
    _ node: YAMLNode, _ value: YAMLNode
  ) -> [(keyword: TokenID, path: ExpressionID)] {
    elements(of: value, "at least one file").compactMap { item in
      let word = keyword(node)
      return text(item).map { (word, $0) }
    }
  }

  /// Reads an instant.
  private mutating func instant(_ value: YAMLNode) -> ExpressionID? {
    fragment(value, as: "an instant, such as `2026-01-01T00:00:00Z`") {
      (parser) throws(Failure) in try parser.timestamp()
    }
  }

  /// Reads a mapping from parameters to their values.
  private mutating func parameters(
    _ node: YAMLNode, _ value: YAMLNode
  ) -> [(TokenID, FieldValue)] {
    named(value, what: "a mapping from parameters to values") { reader, name, value in
      (reader.keyword(node), FieldValue(name: name, value: reader.expression(value)))
    }
  }

  /// Returns the members of a mapping, having reported keys that are unknown or missing.
  private mutating func members(
    of item: YAMLNode, known: [String], needed: [String], what: String
  ) -> [(key: YAMLNode, value: YAMLNode)]? {
    guard let members = item.mapping else {
      report(.wrongYAMLKind("\(what): a mapping", at: item.range))
      return nil
    }
    for (key, _) in members where !known.contains(key.scalar?.text ?? "") {
      report(.unknownYAMLKey(key.scalar?.text ?? "", known: known, at: key.range))
    }
    for key in needed where item.member(key) == nil {
      report(.missingYAMLKey(key, of: what, at: item.range.start))
    }
    return members
  }
}
