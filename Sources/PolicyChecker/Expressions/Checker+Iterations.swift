internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks the binding, and then `body` with its variable in scope.
  private mutating func iterate<Result>(
    over binding: Binding, _ check: (inout Checker) -> Result
  ) -> (Iteration, Result) {
    let collection = self.check(binding.collection)
    let range = tree.range(of: binding.collection)
    let element: TypeID
    var value = errorType
    switch self[collection.type] {
    case .map(let keyType, let valueType) where binding.value != nil:
      (element, value) = (keyType, valueType)
    case .error: element = errorType
    case .list where binding.value != nil, .set where binding.value != nil,
      .json where binding.value != nil:
      diagnostics.insert(.pairNeedsMap(name(of: collection.type), at: range))
      element = errorType
    case .list(let type), .set(let type):
      if isElementOfNothing(type) {
        diagnostics.insert(.notIterable(name(of: collection.type), at: range))
      }
      element = type
    case .json: element = jsonType
    case .optional:
      diagnostics.insert(.optionalNeedsGuard(name(of: collection.type), at: range))
      element = errorType
    default:
      diagnostics.insert(.notIterable(name(of: collection.type), at: range))
      element = errorType
    }
    let outer = (variables: body.variables, present: body.present)
    defer { (body.variables, body.present) = outer }
    let slot = body.makeSlot()
    bind(binding.name, to: .variable(slot: slot), type: element, isElement: true)
    var valueSlot: Int?
    if let name = binding.value {
      let slot = body.makeSlot()
      bind(name, to: .variable(slot: slot), type: value, isElement: true)
      valueSlot = slot
    }
    var filter: TermID?
    if let condition = binding.filter {
      let checked = checkCondition(condition)
      filter = checked.term
      body.present.formUnion(checked.facts.whenTrue)
    }
    let result = check(&self)
    let iteration = Iteration(
      slot: slot, valueSlot: valueSlot, collection: collection.term, filter: filter)
    return (iteration, result)
  }

  /// Checks `all x in xs where filter: body` and its kin.
  mutating func checkQuantifier(
    _ quantifier: Quantifier, _ count: ExpressionID?, _ binding: Binding, _ body: ExpressionID,
    at range: SourceRange
  ) -> Checked {
    let number = count.map {
      adapt(check($0, expecting: intType), to: intType, at: tree.range(of: $0))
    }
    let (iteration, condition) = iterate(over: binding) { $0.checkCondition(body) }
    let term: Term
    switch quantifier {
    case .all: term = .quantifier(.all, iteration, body: condition.term)
    case .any: term = .quantifier(.any, iteration, body: condition.term)
    case .none: term = .quantifier(.none, iteration, body: condition.term)
    case .exactly:
      guard let number else { return failed(at: range) }
      term = .exactly(number.term, iteration, body: condition.term)
    }
    return insert(term, boolType, at: range)
  }

  /// Checks `count x in xs where filter` and its kin.
  mutating func checkAggregate(
    _ aggregate: Aggregate, _ binding: Binding, _ body: ExpressionID?, at range: SourceRange
  ) -> Checked {
    let (iteration, value) = iterate(over: binding) { checker in body.map { checker.check($0) } }
    guard aggregate != .count, let body, let value else {
      return insert(.count(iteration), intType, at: range)
    }
    switch (aggregate, self[value.type]) {
    case (_, .error): return failed(at: range)
    case (.sum, .int), (.sum, .float), (.sum, .duration), (.sum, .bytes):
      return insert(.fold(.sum, iteration, body: value.term), value.type, at: range)
    case (.min, .int), (.min, .float), (.min, .duration), (.min, .bytes), (.min, .timestamp),
      (.min, .version):
      return insert(.fold(.min, iteration, body: value.term), optional(value.type), at: range)
    case (.max, .int), (.max, .float), (.max, .duration), (.max, .bytes), (.max, .timestamp),
      (.max, .version):
      return insert(.fold(.max, iteration, body: value.term), optional(value.type), at: range)
    default:
      diagnostics.insert(
        .operatorMismatch(
          aggregate.rawValue, name(of: value.type), nil, at: tree.range(of: body)))
      return failed(at: range)
    }
  }

  /// Checks `[for x in xs where filter: body]`, or the same in braces.
  mutating func checkComprehension(
    _ binding: Binding, _ body: ExpressionID, isSet: Bool, expecting expected: TypeID?,
    at range: SourceRange
  ) -> Checked {
    let wanted = expected.flatMap { elementType(of: unwrapped($0)) }
    let (iteration, value) = iterate(over: binding) { $0.check(body, expecting: wanted) }
    let type = demand(isSet ? .set(value.type) : .list(value.type))
    return insert(
      .comprehension(iteration, body: value.term, isSet: isSet), type, at: range)
  }

  /// Checks `{for x in xs where filter: key: value}`.
  mutating func checkMapComprehension(
    _ binding: Binding, _ key: ExpressionID, _ value: ExpressionID, expecting expected: TypeID?,
    at range: SourceRange
  ) -> Checked {
    var wanted: (key: TypeID, value: TypeID)?
    if let expected, case .map(let key, let value) = self[unwrapped(expected)] {
      wanted = (key, value)
    }
    let (iteration, parts) = iterate(over: binding) { checker in
      (checker.check(key, expecting: wanted?.key), checker.check(value, expecting: wanted?.value))
    }
    let type = demand(.map(key: parts.0.type, value: parts.1.type))
    return insert(
      .mapComprehension(iteration, key: parts.0.term, value: parts.1.term), type, at: range)
  }

  /// Checks `{for x in xs where filter group by key: body}`.
  mutating func checkGroups(
    _ binding: Binding, _ key: ExpressionID, _ body: ExpressionID, expecting expected: TypeID?,
    at range: SourceRange
  ) -> Checked {
    var wanted: (key: TypeID, value: TypeID)?
    if let expected, case .map(let key, let value) = self[unwrapped(expected)],
      case .list(let element) = self[value]
    {
      wanted = (key, element)
    }
    let (iteration, parts) = iterate(over: binding) { checker in
      (checker.check(key, expecting: wanted?.key), checker.check(body, expecting: wanted?.value))
    }
    if self[parts.0.type] == .error { return failed(at: range) }
    guard isGroupable(parts.0.type) else {
      let place = tree.range(of: key)
      if isOptional(parts.0.type) {
        diagnostics.insert(.optionalNeedsGuard(name(of: parts.0.type), at: place))
      } else {
        diagnostics.insert(
          .operatorMismatch("group by", name(of: parts.0.type), nil, at: place))
      }
      return failed(at: range)
    }
    let type = demand(.map(key: parts.0.type, value: demand(.list(parts.1.type))))
    return insert(
      .groups(iteration, key: parts.0.term, body: parts.1.term), type, at: range)
  }

  /// Whether two values of the type are surely equal or surely not, once they are known.
  private func isGroupable(_ type: TypeID) -> Bool {
    switch self[type] {
    case .bool, .int, .string, .duration, .timestamp, .bytes, .cidr, .arn, .version, .ipAddress,
      .enumeration, .resource:
      true
    case .error, .float, .cidrSet, .portSet, .regex, .policyDocument, .filterPattern, .glob, .json,
      .structure, .list, .set, .map, .optional:
      false
    }
  }
}
