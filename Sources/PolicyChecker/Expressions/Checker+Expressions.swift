internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks the expression and lowers it to a term.
  ///
  /// `expected` is the type that the context wants. It gives a meaning to literals that have none
  /// of their own; whether the result fits is for the caller to say, with `adapt`.
  mutating func check(_ id: ExpressionID, expecting expected: TypeID? = nil) -> Checked {
    let range = tree.range(of: id)
    switch tree[id] {
    case .error:
      return failed(at: range)
    case .boolean(let value):
      return insert(.constant(.bool(value)), boolType, at: range)
    case .integer, .float, .duration, .bytes, .timestamp, .regex, .string, .now, .world, .absent:
      return checkLiteral(id, expecting: expected, at: range)
    case .name(let token):
      return checkName(token, at: range)
    case .enumCase(let type, let name):
      return checkEnumCase(type: type, name: name, expecting: expected, at: range)
    case .member(let base, let name, let isOptional):
      return checkMember(base, name, isOptional: isOptional, at: range)
    case .subscripted(let base, let index):
      return checkSubscript(base, index, at: range)
    case .call(let name, let arguments, let hasReceiver, let isOptional):
      return checkCall(
        name, tree[arguments], hasReceiver: hasReceiver, isOptional: isOptional,
        expecting: expected, at: range)
    case .prefix(let symbol, let operand):
      return checkPrefix(symbol, operand, expecting: expected, at: range)
    case .infix(let symbol, let left, let right, let token):
      return checkInfix(symbol, left, right, token, expecting: expected, at: range)
    case .test(let test, let operand):
      return checkTest(test, operand, at: range)
    case .cast(let operand, let type):
      return checkCast(operand, to: type, at: range)
    case .conditional(let condition, let consequence, let alternative):
      return checkConditional(condition, consequence, alternative, expecting: expected, at: range)
    case .match(let subject, let arms):
      return checkMatch(subject, tree[arms], expecting: expected, at: range)
    case .quantifier(let quantifier, let count, let binding, let body):
      return checkQuantifier(quantifier, count, binding, body, at: range)
    case .aggregate(let aggregate, let binding, let body):
      return checkAggregate(aggregate, binding, body, at: range)
    case .list(let elements):
      return checkList(tree[elements], expecting: expected, at: range)
    case .set(let elements):
      return checkSet(tree[elements], expecting: expected, at: range)
    case .map(let entries):
      return checkMap(tree[entries], expecting: expected, at: range)
    case .comprehension(let binding, let body, let isSet):
      return checkComprehension(binding, body, isSet: isSet, expecting: expected, at: range)
    case .mapComprehension(let binding, let key, let value):
      return checkMapComprehension(binding, key, value, expecting: expected, at: range)
    case .groups(let binding, let key, let body):
      return checkGroups(binding, key, body, expecting: expected, at: range)
    case .closure(let base, let paths, let includesBase, let isOptional):
      return checkClosure(
        base, tree[paths], includesBase: includesBase, isOptional: isOptional, at: range)
    case .reach(let source, let target, let paths):
      return checkReach(from: source, to: target, tree[paths], at: range)
    case .structure(let type, let fields):
      return checkStructure(type, tree[fields], at: range)
    }
  }

  /// Checks an expression that must be a `Bool`.
  mutating func checkCondition(_ id: ExpressionID) -> Checked {
    let checked = check(id, expecting: boolType)
    return adapt(checked, to: boolType, at: tree.range(of: id))
  }

  /// Adds a term, and returns it as checked.
  mutating func insert(
    _ term: consuming Term, _ type: TypeID, at range: SourceRange, facts: Facts = Facts(),
    path: ValuePath? = nil
  ) -> Checked {
    let id = program.insert(term, type: type, at: range)
    return Checked(term: id, type: type, facts: facts, path: path)
  }

  /// Returns what stands for an expression that was reported.
  mutating func failed(at range: SourceRange) -> Checked {
    insert(.constant(.bool(false)), errorType, at: range)
  }

  /// Runs `check` with the values of `paths` known to be present.
  mutating func assuming<Result>(
    _ paths: Set<ValuePath>, _ check: (inout Checker) -> Result
  ) -> Result {
    let before = body.present
    body.present.formUnion(paths)
    defer { body.present = before }
    return check(&self)
  }

  /// Returns `checked` with a plain type if its path is known to be present.
  func narrowed(_ checked: Checked) -> Checked {
    guard let path = checked.path, body.present.contains(path), isOptional(checked.type) else {
      return checked
    }
    var narrower = checked
    narrower.type = unwrapped(checked.type)
    return narrower
  }

  /// Checks a constant expression, and returns its value.
  mutating func constant(_ id: ExpressionID, expecting type: TypeID) -> Value? {
    let outer = body
    body = Body(kind: .constant)
    defer { body = outer }
    let before = diagnostics.elements.count
    let checked = adapt(check(id, expecting: type), to: type, at: tree.range(of: id))
    if self[checked.type] == .error { return nil }
    if let value = program.constantValue(of: checked.term) { return value }
    if diagnostics.elements.count == before {
      diagnostics.insert(.notConstant(at: tree.range(of: id)))
    }
    return nil
  }
}
