internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks all rules.
  mutating func checkRules() {
    forEachDeclaration { checker, declaration, _ in
      guard case .rule(let rule) = declaration else { return }
      let key = "\(checker.pack.name)/\(checker.tree.text(of: rule.name))"
      guard checker.rules[key] == checker.tree.range(of: rule.name) else { return }
      checker.body = Body(kind: .rule)
      checker.check(rule)
    }
  }

  private mutating func check(_ declaration: RuleDeclaration) {
    let range = tree.range(of: declaration.name)
    var parameters: [Parameter] = []
    for parameter in declaration.parameters {
      let checked = check(parameter)
      bind(parameter.name, to: .parameter(parameters.count), type: checked.type)
      parameters.append(checked)
      body.parameters = parameters
    }
    var parts = RuleParts()
    for statement in declaration.statements { check(statement, into: &parts) }
    guard let population = parts.population else {
      if !parts.isBroken { diagnostics.insert(.missingStatement("for", at: range)) }
      return
    }
    if !parts.steps.contains(where: \.isRequirement), !parts.isBroken {
      diagnostics.insert(.missingStatement("require", at: range))
    }
    program.rules.append(
      Rule(
        name: tree.text(of: declaration.name),
        formerNames: (parts.formerNames ?? []).map { tree.text(of: $0) }, pack: pack.name,
        parameters: parameters, population: population.type, subjectSlot: population.slot,
        steps: parts.steps,
        slotCount: body.slotCount, severity: parts.severity ?? .medium,
        remediation: parts.remediation ?? "", onEmpty: parts.onEmpty,
        documentation: documentation(declaration.documentation), range: range))
  }

  /// Checks the type, default and bounds of a rule's parameter.
  private mutating func check(_ declaration: ParameterDeclaration) -> Parameter {
    let type = resolve(declaration.type)
    let range = tree.range(of: declaration.name)
    let value = declaration.defaultValue.flatMap { constant($0, expecting: type) }
    if declaration.defaultValue == nil {
      diagnostics.insert(.parameterWithoutDefault(tree.text(of: declaration.name), at: range))
    }
    var bounds: Parameter.Bounds?
    if let expression = declaration.bounds {
      bounds = checkBounds(expression, type: type)
      if let value, let bounds, !bounds.contain(value) {
        diagnostics.insert(
          .parameterOutOfBounds(tree.text(of: declaration.name), at: tree.range(of: expression)))
      }
    }
    return Parameter(
      name: tree.text(of: declaration.name), type: type, defaultValue: value, bounds: bounds,
      range: range)
  }

  private mutating func checkBounds(_ id: ExpressionID, type: TypeID) -> Parameter.Bounds? {
    if case .error = tree[id] { return nil }
    guard case .infix(.range, let left, let right, _) = tree[id] else {
      diagnostics.insert(.malformedBounds(at: tree.range(of: id)))
      return nil
    }
    guard let lower = constant(left, expecting: type),
      let upper = constant(right, expecting: type)
    else { return nil }
    let bounds = Parameter.Bounds(lower: lower, upper: upper)
    guard bounds.contain(lower) else {
      diagnostics.insert(.malformedBounds(at: tree.range(of: id)))
      return nil
    }
    return bounds
  }

  private mutating func check(_ statement: Statement, into parts: inout RuleParts) {
    switch statement {
    case .error:
      parts.isBroken = true
    case .population(let keyword, let name, let type):
      guard parts.population == nil, parts.steps.isEmpty || parts.isBroken else {
        diagnostics.insert(.misplacedStatement("for", at: tree.range(of: keyword)))
        return
      }
      let declared = declaredType(type)
      guard case .resource(let id)? = declared?.meaning else {
        if declared != nil {
          diagnostics.insert(.populationIsNoResource(tree.text(of: type), at: tree.range(of: type)))
        }
        parts.isBroken = true
        bind(name, to: .variable(slot: body.makeSlot()), type: errorType)
        return
      }
      let slot = body.makeSlot()
      bind(name, to: .variable(slot: slot), type: demand(.resource(id)))
      parts.population = (id, slot)
    case .filter(let keyword, let condition):
      if parts.population == nil, !parts.isBroken {
        diagnostics.insert(.misplacedStatement("where", at: tree.range(of: keyword)))
        parts.isBroken = true
      }
      refuseAfterRequirement("where", keyword, in: parts)
      let checked = checkCondition(condition)
      body.present.formUnion(checked.facts.whenTrue)
      parts.steps.append(.filter(checked.term))
    case .constant(let keyword, let name, let type, let value):
      refuseAfterRequirement("let", keyword, in: parts)
      let (slot, term) = checkConstant(name, type, value)
      parts.steps.append(.constant(slot: slot, term))
    case .requirement(_, let condition, let message):
      let checked = checkCondition(condition)
      let text = message.map { check($0, expecting: stringType).term }
      parts.steps.append(.requirement(checked.term, message: text))
    case .severity(let keyword, let value):
      if parts.severity != nil {
        diagnostics.insert(.misplacedStatement("severity", at: tree.range(of: keyword)))
      }
      parts.severity = word(value, among: Severity.allCases.map(\.rawValue)).flatMap {
        Severity(rawValue: $0)
      }
    case .remediation(let keyword, let text):
      if parts.remediation != nil {
        diagnostics.insert(.misplacedStatement("remediation", at: tree.range(of: keyword)))
      }
      parts.remediation = literalText(text)
    case .onEmpty(let keyword, let value):
      if parts.onEmpty != nil {
        diagnostics.insert(.misplacedStatement("on_empty", at: tree.range(of: keyword)))
      }
      parts.onEmpty = word(value, among: Rule.EmptyPopulation.allCases.map(\.rawValue)).flatMap {
        Rule.EmptyPopulation(rawValue: $0)
      }
    case .formerly(let keyword, let names):
      if parts.formerNames != nil {
        diagnostics.insert(.misplacedStatement("formerly", at: tree.range(of: keyword)))
      }
      parts.formerNames = names
    }
  }

  /// Reports a statement that follows a `require`.
  private mutating func refuseAfterRequirement(
    _ name: String, _ keyword: TokenID, in parts: RuleParts
  ) {
    guard parts.steps.contains(where: \.isRequirement) else { return }
    diagnostics.insert(.misplacedStatement(name, at: tree.range(of: keyword)))
  }

  /// Checks a `let`, and returns where its value goes.
  mutating func checkConstant(
    _ name: TokenID, _ type: TypeNameID?, _ value: ExpressionID
  ) -> (slot: Int, TermID) {
    let wanted = type.map { resolve($0) }
    var checked = check(value, expecting: wanted)
    if let wanted { checked = assign(checked, to: wanted, at: tree.range(of: value)) }
    let slot = body.makeSlot()
    bind(name, to: .variable(slot: slot), type: checked.type)
    return (slot, checked.term)
  }
}

/// What the statements of a rule have said so far.
private struct RuleParts {
  var population: (type: ResourceTypeID, slot: Int)?
  var steps: [Rule.Step] = []
  var severity: Severity?
  var remediation: String?
  var onEmpty: Rule.EmptyPopulation?
  var formerNames: [TokenID]?
  /// Whether something was reported that explains what is missing.
  var isBroken = false
}

extension Rule.Step {
  /// Whether the step is a `require`.
  fileprivate var isRequirement: Bool {
    if case .requirement = self { true } else { false }
  }
}
