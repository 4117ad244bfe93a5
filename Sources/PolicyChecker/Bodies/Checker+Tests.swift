internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks all tests.
  mutating func checkTests() {
    ruleDirectory = RuleDirectory(program.rules)
    forEachDeclaration { checker, declaration, _ in
      switch declaration {
      case .test(let test): checker.check(test)
      case .survivor(let survivor): checker.check(survivor)
      case .error, .resource, .structure, .enumeration, .function, .rule, .mapping: return
      }
    }
  }

  private mutating func check(_ declaration: TestDeclaration) {
    let name = tree.text(of: declaration.rule)
    let range = tree.range(of: declaration.rule)
    guard let rule = visibleRule(named: name) else {
      if rules.keys.contains(where: { $0.hasSuffix("/\(name)") }) { return }
      let near = suggestion(for: name) { checker in
        checker.program.rules.filter { checker.sees($0.pack) }.map(\.name)
      }
      diagnostics.insert(.unknownRule(name, didYouMean: near, at: range))
      return
    }
    if program[rule].name != name {
      note(formerName: name, of: program[rule].name, .rule, at: range)
    }
    var common = CaseSettings()
    var cases: [TestCase] = []
    var names: [String: SourceRange] = [:]
    for item in declaration.items {
      switch item {
      case .error: break
      case .instant(let keyword, let timestamp):
        expectFirst(keyword, in: &common)
        common.now = instant(timestamp)
      case .parameter(_, let field):
        expectFirst(field.name, in: &common)
        set(field, of: rule, in: &common)
      case .waivers(_, let path): common.waivers += waivers(path)
      case .testCase(_, let caseName, let columns, let items):
        let table = CaseTable(name: caseName, columns: columns, items: items)
        for found in check(table, of: rule, settings: common) {
          if let first = names[found.name] {
            diagnostics.insert(.duplicateName(found.name, at: found.range, first: first))
          }
          names[found.name] = found.range
          cases.append(found)
        }
      }
    }
    program.tests.append(PolicyTest(rule: rule, pack: pack.name, cases: cases, range: range))
  }

  private func visibleRule(named name: String) -> RuleID? {
    ruleDirectory.rule(named: name, inFirstOf: [pack.name] + pack.requires)
  }

  /// Checks a case, and returns it once for each of its rows.
  private mutating func check(
    _ table: CaseTable, of rule: RuleID, settings: CaseSettings
  ) -> [TestCase] {
    body = Body(kind: .test)
    var settings = settings
    // What the test says for all of its cases, a case may say otherwise.
    settings.places = [:]
    let rows = checkRows(of: table)
    var steps: [TestCase.Step] = []
    var expectations = ExpectationList()
    for item in table.items {
      switch item {
      case .error: break
      case .instant(let keyword, let timestamp):
        expectFirst(keyword, in: &settings)
        settings.now = instant(timestamp)
      case .parameter(_, let field):
        expectFirst(field.name, in: &settings)
        set(field, of: rule, columns: table.columns, in: &settings)
      case .waivers(_, let path): settings.waivers += waivers(path)
      case .waive(let keyword, let elements, let subject):
        if let subject = self.subject(subject) {
          settings.waivers.append(
            .written(
              elements: elements.compactMap { literalText($0) }, subject: subject,
              range: tree.range(of: keyword)))
        }
      case .constant(_, let name, let type, let value):
        let (slot, term) = checkConstant(name, type, value)
        steps.append(.constant(slot: slot, term))
      case .given(_, let format, let path):
        let place = tree.range(of: path)
        guard let file = literalText(path) else { continue }
        steps.append(.given(format: tree.text(of: format), path: file, range: place))
      case .fixture(let expression): steps.append(.fixture(check(expression).term))
      case .row: break
      case .expectation(let clause): add(clause, to: &expectations)
      }
    }
    guard !table.columns.isEmpty else {
      // What its stray rows expect would be missing.
      if table.items.contains(where: \.isRow) { return [] }
      let name = literalText(table.name) ?? ""
      return [
        makeCase(name, steps, expectations, settings, at: tree.range(of: table.name))
      ]
    }
    guard let template = caseName(table) else { return [] }
    return rows.map { row in
      var expectations = expectations
      for clause in row.expectations { add(clause, to: &expectations) }
      var settings = settings
      set(row, of: rule, in: &settings)
      return makeCase(
        name(of: row, template), row.steps + steps, expectations, settings, at: row.range)
    }
  }

  private mutating func makeCase(
    _ name: String, _ steps: [TestCase.Step], _ expectations: ExpectationList,
    _ settings: CaseSettings, at range: SourceRange
  ) -> TestCase {
    if expectations.isEmpty { diagnostics.insert(.caseWithoutExpectation(name, at: range)) }
    if settings.waivers.isEmpty, let waived = expectations.waived {
      diagnostics.insert(.waivedWithoutWaiver(at: waived))
    }
    return TestCase(
      name: name, now: settings.now, parameters: settings.parameters, waivers: settings.waivers,
      steps: steps,
      expectations: expectations.statuses, snapshot: expectations.snapshot,
      slotCount: body.slotCount, range: range)
  }

  private mutating func instant(_ id: ExpressionID) -> Timestamp? {
    guard case .timestamp(let instant)? = constant(id, expecting: demand(.timestamp)) else {
      return nil
    }
    return instant
  }

  /// Reports that `word`, which is `now` or a parameter, was given a value before.
  private mutating func expectFirst(_ word: TokenID, in settings: inout CaseSettings) {
    let name = tree.text(of: word)
    let range = tree.range(of: word)
    guard let first = settings.places[name] else {
      settings.places[name] = range
      return
    }
    diagnostics.insert(
      .duplicateName(name, at: range, first: first, help: "remove one of the two"))
  }

  /// Sets a parameter to a constant, or to the values of a column.
  private mutating func set(
    _ field: FieldValue, of rule: RuleID, columns: [CaseColumn] = [],
    in settings: inout CaseSettings
  ) {
    let name = tree.text(of: field.name)
    let range = tree.range(of: field.name)
    let parameters = program[rule].parameters
    guard let index = parameters.firstIndex(where: { $0.name == name }) else {
      let near = suggestion(for: name) { _ in parameters.map(\.name) }
      diagnostics.insert(
        .unknownParameter(name, of: program[rule].name, didYouMean: near, at: range))
      return
    }
    if case .name(let word) = tree[field.value] {
      let text = tree.text(of: word)
      if let column = columns.firstIndex(where: { tree.text(of: $0.name) == text }) {
        settings.columns[index] = column
        return
      }
    }
    set(index, of: rule, to: field.value, in: &settings)
  }

  /// Sets the parameters that a case takes from its columns.
  private mutating func set(_ row: CaseRow, of rule: RuleID, in settings: inout CaseSettings) {
    for (index, column) in settings.columns.sorted(by: { $0.key < $1.key })
    where row.values.indices.contains(column) {
      set(index, of: rule, to: row.values[column], in: &settings)
    }
  }

  private mutating func set(
    _ index: Int, of rule: RuleID, to expression: ExpressionID, in settings: inout CaseSettings
  ) {
    let parameter = program[rule].parameters[index]
    guard let value = constant(expression, expecting: parameter.type) else { return }
    if let bounds = parameter.bounds, !bounds.contain(value) {
      diagnostics.insert(.parameterOutOfBounds(parameter.name, at: tree.range(of: expression)))
    }
    settings.parameters[index] = value
  }

  private mutating func add(_ clause: ExpectationClause, to list: inout ExpectationList) {
    switch clause {
    case .snapshot(let keyword):
      list.snapshot = tree.range(of: keyword)
    case .status(let keyword, let subject, let status, let waived, let because):
      guard var expectation = expectation(keyword, subject, status, because) else { return }
      if let waived {
        list.waived = list.waived ?? tree.range(of: waived.keyword)
        let elements = waived.elements.compactMap { literalText($0) }
        expectation.waived = elements.isEmpty ? .whole : .elements(elements)
      }
      list.statuses.append(expectation)
    }
  }

  /// Returns the waivers of the file at `path`.
  private mutating func waivers(_ path: ExpressionID) -> [TestCase.Waivers] {
    literalText(path).map { [.file(path: $0, range: tree.range(of: path))] } ?? []
  }

  /// Returns the resource that a name or an address means.
  private mutating func subject(_ subject: ExpressionID) -> TestCase.Subject? {
    if case .string = tree[subject] { return literalText(subject).map { .address($0) } }
    let checked = check(subject)
    guard case .variable(let slot) = program[checked.term], case .name(let name) = tree[subject]
    else { return nil }
    return .variable(slot: slot, name: tree.text(of: name))
  }

  /// What a test may expect.
  private static let expectedStatuses = Status.allCases.map(\.rawValue) + ["no_resources"]

  private mutating func expectation(
    _ keyword: TokenID, _ subject: ExpressionID?, _ status: TokenID, _ because: ExpressionID?
  ) -> TestCase.Expectation? {
    let range = tree.range(of: keyword)
    guard let text = word(status, among: Checker.expectedStatuses) else { return nil }
    guard let meaning = subject.map({ self.subject($0) }) ?? .others else { return nil }
    return TestCase.Expectation(
      subject: meaning, status: Status(rawValue: text),
      because: because.flatMap { literalText($0) }, range: range)
  }
}

extension CaseItem {
  /// Whether it is a row.
  var isRow: Bool {
    if case .row = self { true } else { false }
  }
}

/// What a test says for all its cases, and a case for itself.
private struct CaseSettings {
  var now: Timestamp?
  var parameters: [Int: Value] = [:]
  var waivers: [TestCase.Waivers] = []
  /// The columns that parameters take their values from, both by index.
  var columns: [Int: Int] = [:]
  /// Where `now` and the parameters are given their values, by name.
  var places: [String: SourceRange] = [:]
}

/// What a case expects.
private struct ExpectationList {
  var statuses: [TestCase.Expectation] = []
  var snapshot: SourceRange?
  /// Where something is first expected to be waived.
  var waived: SourceRange?

  var isEmpty: Bool { statuses.isEmpty && snapshot == nil }
}
