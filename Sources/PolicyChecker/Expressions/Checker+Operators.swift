internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks `-operand` or `not operand`.
  mutating func checkPrefix(
    _ symbol: PrefixOperator, _ operand: ExpressionID, expecting expected: TypeID?,
    at range: SourceRange
  ) -> Checked {
    switch symbol {
    case .not:
      let checked = checkCondition(operand)
      return insert(.not(checked.term), boolType, at: range, facts: checked.facts.negated)
    case .negate:
      let checked = check(operand, expecting: expected)
      switch self[checked.type] {
      case .int, .float, .duration, .bytes:
        return insert(.negate(checked.term), checked.type, at: range)
      case .error: return checked
      default:
        diagnostics.insert(
          .operatorMismatch("-", name(of: checked.type), nil, at: range))
        return failed(at: range)
      }
    }
  }

  /// Checks `left symbol right`.
  mutating func checkInfix(
    _ symbol: InfixOperator, _ left: ExpressionID, _ right: ExpressionID, _ token: TokenID,
    expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    switch symbol {
    case .and, .or, .implies:
      return checkConnective(symbol, left, right, at: range)
    case .equal, .notEqual:
      return checkEquality(symbol, left, right, at: range)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return checkOrdering(symbol, left, right, at: range)
    case .member, .notMember:
      return checkMembership(left, right, isNegated: symbol == .notMember, at: range)
    case .matches:
      return checkMatches(left, right, at: range)
    case .covers, .meets:
      return checkSetRelation(symbol, left, right, at: range)
    case .coalesce:
      return checkCoalesce(left, right, expecting: expected, at: range)
    case .range:
      return checkPortRange(left, right, at: range)
    case .add, .subtract, .multiply, .divide, .remainder, .union, .intersection:
      return checkArithmetic(symbol, left, right, expecting: expected, at: range)
    }
  }

  private mutating func checkConnective(
    _ symbol: InfixOperator, _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange
  ) -> Checked {
    let first = checkCondition(left)
    let known = symbol == .or ? first.facts.whenFalse : first.facts.whenTrue
    let second = assuming(known) { $0.checkCondition(right) }
    switch symbol {
    case .and:
      return insert(
        .and(first.term, second.term), boolType, at: range, facts: .and(first.facts, second.facts))
    case .or:
      return insert(
        .or(first.term, second.term), boolType, at: range, facts: .or(first.facts, second.facts))
    default:
      return insert(
        .implies(first.term, second.term), boolType, at: range,
        facts: .or(first.facts.negated, second.facts))
    }
  }

  /// Checks two operands of which one may need the other's type to mean something.
  private mutating func checkPair(
    _ left: ExpressionID, _ right: ExpressionID
  ) -> (Checked, Checked) {
    if needsContext(left), !needsContext(right) {
      let second = check(right)
      return (check(left, expecting: unwrapped(second.type)), second)
    }
    let first = check(left)
    return (first, check(right, expecting: unwrapped(first.type)))
  }

  /// Whether the context decides the type of the expression.
  private func needsContext(_ id: ExpressionID) -> Bool {
    switch tree[id] {
    case .enumCase(nil, _), .string, .set, .list, .absent, .integer: true
    default: false
    }
  }

  private mutating func checkEquality(
    _ symbol: InfixOperator, _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange
  ) -> Checked {
    var (first, second) = checkPair(left, right)
    first = decodedForComparison(first, with: second, at: tree.range(of: left))
    second = decodedForComparison(second, with: first, at: tree.range(of: right))
    let type = unwrapped(first.type)
    let other = unwrapped(second.type)
    if self[type] == .error || self[other] == .error { return failed(at: range) }
    if type != other {
      if let wider = adapted(first, to: other, at: tree.range(of: left)) {
        first = wider
      } else if let wider = adapted(second, to: type, at: tree.range(of: right)) {
        second = wider
      } else {
        diagnostics.insert(
          .operatorMismatch(symbol.rawValue, name(of: first.type), name(of: second.type), at: range)
        )
        return failed(at: range)
      }
    }
    if isOptional(second.type), !isOptional(first.type) { (first, second) = (second, first) }
    var facts = Facts()
    if let path = first.path, isOptional(first.type), !isOptional(second.type) {
      if symbol == .equal { facts.whenTrue = [path] } else { facts.whenFalse = [path] }
    }
    let comparison: Comparison = symbol == .equal ? .equal : .notEqual
    reportIfConstant(comparison, first, second, at: range)
    return insert(
      .compare(comparison, first.term, second.term), boolType, at: range, facts: facts)
  }

  /// Returns `checked` read as the type of `other` when it is `Json` and `other` is not.
  private mutating func decodedForComparison(
    _ checked: Checked, with other: Checked, at range: SourceRange
  ) -> Checked {
    guard self[checked.type] == .json, self[other.type] != .json, self[other.type] != .error else {
      return checked
    }
    let type = unwrapped(other.type)
    return insert(.decode(checked.term, as: type), optional(type), at: range, path: checked.path)
  }

  private mutating func checkOrdering(
    _ symbol: InfixOperator, _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange
  ) -> Checked {
    let (first, second) = checkPair(left, right)
    if self[first.type] == .error || self[second.type] == .error { return failed(at: range) }
    for (checked, id) in [(first, left), (second, right)] where isOptional(checked.type) {
      diagnostics.insert(.optionalNeedsGuard(name(of: checked.type), at: tree.range(of: id)))
      return failed(at: range)
    }
    switch self[first.type] {
    case .int, .float, .duration, .timestamp, .bytes, .version:
      guard first.type == second.type, let comparison = Comparison(rawValue: symbol.rawValue)
      else { fallthrough }
      reportIfConstant(comparison, first, second, at: range)
      return insert(.compare(comparison, first.term, second.term), boolType, at: range)
    default:
      diagnostics.insert(
        .operatorMismatch(symbol.rawValue, name(of: first.type), name(of: second.type), at: range))
      return failed(at: range)
    }
  }

  private mutating func checkCoalesce(
    _ left: ExpressionID, _ right: ExpressionID, expecting expected: TypeID?,
    at range: SourceRange
  ) -> Checked {
    let first = check(left, expecting: expected)
    if self[first.type] == .error { return first }
    if self[first.type] == .json {
      let second = check(right, expecting: expected)
      let plain = unwrapped(second.type)
      if self[plain] == .json || self[plain] == .error {
        return insert(.coalesce(first.term, second.term), jsonType, at: range)
      }
      let decoded = insert(.decode(first.term, as: plain), optional(plain), at: range)
      return insert(.coalesce(decoded.term, second.term), second.type, at: range)
    }
    guard isOptional(first.type) else {
      diagnostics.insert(.needlessGuard("??", name(of: first.type), at: tree.range(of: left)))
      _ = check(right, expecting: first.type)
      return first
    }
    let plain = unwrapped(first.type)
    let second = check(right, expecting: plain)
    let wanted = isOptional(second.type) ? first.type : plain
    let fitted = adapt(second, to: wanted, at: tree.range(of: right))
    return insert(.coalesce(first.term, fitted.term), wanted, at: range)
  }

  private mutating func checkPortRange(
    _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange
  ) -> Checked {
    let first = adapt(check(left, expecting: intType), to: intType, at: tree.range(of: left))
    let second = adapt(check(right, expecting: intType), to: intType, at: tree.range(of: right))
    if case .int(let lower)? = program.constantValue(of: first.term),
      case .int(let upper)? = program.constantValue(of: second.term),
      PortSet(from: lower, through: upper) == nil
    {
      let text = "\(lower)..\(upper)"
      diagnostics.insert(
        .malformedLiteral(
          lower > upper ? .malformed(.portSet, text: text) : .outOfRange(.portSet, text: text),
          at: range))
      return failed(at: range)
    }
    return insert(.portRange(first.term, second.term), demand(.portSet), at: range)
  }

  /// Checks `operand is present` and the like.
  mutating func checkTest(
    _ test: TestOperator, _ operand: ExpressionID, at range: SourceRange
  ) -> Checked {
    let checked = check(operand)
    let operandRange = tree.range(of: operand)
    if self[checked.type] == .error { return failed(at: range) }
    switch test {
    case .present, .absent:
      if !isOptional(checked.type), self[checked.type] != .json {
        let type = name(of: checked.type)
        if let path = checked.path, body.present.contains(path) {
          // It was asked before, and that is known here.
          diagnostics.insert(.needlessGuard(test.rawValue, type, at: operandRange))
        } else {
          let reason = "`\(type)` is never absent"
          diagnostics.insert(.constantComparison(test == .present, because: reason, at: range))
        }
      }
      var facts = Facts()
      if let path = checked.path { facts.whenTrue = [path] }
      let present = insert(.isPresent(checked.term), boolType, at: range, facts: facts)
      guard test == .absent else { return present }
      return insert(.not(present.term), boolType, at: range, facts: facts.negated)
    case .empty, .notEmpty:
      switch self[checked.type] {
      case .list, .set, .map, .cidrSet, .portSet, .string, .json: break
      default: return mismatch(test, checked, at: operandRange)
      }
      let empty = insert(.isEmpty(checked.term), boolType, at: range)
      return test == .empty ? empty : insert(.not(empty.term), boolType, at: range)
    case .world, .notWorld:
      guard let set = adapted(checked, to: demand(.cidrSet), at: operandRange) else {
        return mismatch(test, checked, at: operandRange)
      }
      let world = insert(.isWorld(set.term), boolType, at: range)
      return test == .world ? world : insert(.not(world.term), boolType, at: range)
    }
  }

  private mutating func mismatch(
    _ test: TestOperator, _ checked: Checked, at range: SourceRange
  ) -> Checked {
    if isOptional(checked.type) {
      diagnostics.insert(.optionalNeedsGuard(name(of: checked.type), at: range))
    } else {
      diagnostics.insert(.operatorMismatch(test.rawValue, name(of: checked.type), nil, at: range))
    }
    return failed(at: range)
  }
}
