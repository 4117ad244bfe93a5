internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks all tests.
  mutating func checkTests() {
    forEachDeclaration { checker, declaration, _ in
      guard case .test(let test) = declaration else { return }
      checker.check(test)
    }
  }

  private mutating func check(_ declaration: TestDeclaration) {
    let name = tree.text(of: declaration.rule)
    let range = tree.range(of: declaration.rule)
    guard let rule = visibleRule(named: name) else {
      let known = program.rules.filter { sees($0.pack) }.map(\.name)
      if rules.keys.contains(where: { $0.hasSuffix("/\(name)") }) { return }
      diagnostics.insert(
        .unknownRule(name, didYouMean: Spelling.nearest(to: name, in: known), at: range))
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
      case .instant(_, let timestamp): common.now = instant(timestamp)
      case .parameter(_, let field): set(field, of: rule, in: &common)
      case .testCase(_, let caseName, let items):
        let title = literalText(caseName) ?? ""
        let titleRange = tree.range(of: caseName)
        if let first = names[title] {
          diagnostics.insert(.duplicateName(title, at: titleRange, first: first))
        }
        names[title] = titleRange
        body = Body(kind: .test)
        cases.append(check(title, items, of: rule, settings: common, at: titleRange))
      }
    }
    program.tests.append(PolicyTest(rule: rule, pack: pack.name, cases: cases, range: range))
  }

  private func visibleRule(named name: String) -> RuleID? {
    if let own = program.rule(named: name, in: pack.name) { return own }
    return pack.requires.lazy.compactMap { program.rule(named: name, in: $0) }.first
  }

  private mutating func check(
    _ title: String, _ items: [CaseItem], of rule: RuleID, settings: CaseSettings,
    at range: SourceRange
  ) -> TestCase {
    var settings = settings
    var steps: [TestCase.Step] = []
    var expectations: [TestCase.Expectation] = []
    for item in items {
      switch item {
      case .error: break
      case .instant(_, let timestamp): settings.now = instant(timestamp)
      case .parameter(_, let field): set(field, of: rule, in: &settings)
      case .constant(_, let name, let value):
        let (slot, term) = checkConstant(name, nil, value)
        steps.append(.constant(slot: slot, term))
      case .given(_, let format, let path):
        let place = tree.range(of: path)
        guard let file = literalText(path) else { continue }
        steps.append(.given(format: tree.text(of: format), path: file, range: place))
      case .fixture(let expression):
        steps.append(.fixture(check(expression).term))
      case .expectation(let keyword, let subject, let status, let because):
        if let expectation = expectation(keyword, subject, status, because) {
          expectations.append(expectation)
        }
      }
    }
    if expectations.isEmpty { diagnostics.insert(.caseWithoutExpectation(title, at: range)) }
    return TestCase(
      name: title, now: settings.now, parameters: settings.parameters, steps: steps,
      expectations: expectations, slotCount: body.slotCount, range: range)
  }

  private mutating func instant(_ id: ExpressionID) -> Timestamp? {
    guard case .timestamp(let instant)? = constant(id, expecting: demand(.timestamp)) else {
      return nil
    }
    return instant
  }

  private mutating func set(_ field: FieldValue, of rule: RuleID, in settings: inout CaseSettings) {
    let name = tree.text(of: field.name)
    let range = tree.range(of: field.name)
    let parameters = program[rule].parameters
    guard let index = parameters.firstIndex(where: { $0.name == name }) else {
      diagnostics.insert(
        .unknownParameter(
          name, of: program[rule].name,
          didYouMean: Spelling.nearest(to: name, in: parameters.map(\.name)), at: range))
      return
    }
    guard let value = constant(field.value, expecting: parameters[index].type) else { return }
    if let bounds = parameters[index].bounds, !bounds.contain(value) {
      diagnostics.insert(.parameterOutOfBounds(name, at: tree.range(of: field.value)))
    }
    settings.parameters[index] = value
  }

  private mutating func expectation(
    _ keyword: TokenID, _ subject: ExpressionID?, _ status: TokenID, _ because: ExpressionID?
  ) -> TestCase.Expectation? {
    let range = tree.range(of: keyword)
    let words = Status.allCases.map(\.rawValue) + ["no_resources"]
    guard let text = word(status, among: words) else { return nil }
    let meaning: TestCase.Subject
    if let subject {
      switch tree[subject] {
      case .string:
        guard let address = literalText(subject) else { return nil }
        meaning = .address(address)
      default:
        let checked = check(subject)
        guard case .variable(let slot) = program[checked.term] else { return nil }
        guard case .name(let name) = tree[subject] else { return nil }
        meaning = .variable(slot: slot, name: tree.text(of: name))
      }
    } else {
      meaning = .others
    }
    return TestCase.Expectation(
      subject: meaning, status: Status(rawValue: text),
      because: because.flatMap { literalText($0) }, range: range)
  }
}

/// What a test says for all its cases, and a case for itself.
private struct CaseSettings {
  var now: Timestamp?
  var parameters: [Int: Value] = [:]
}
