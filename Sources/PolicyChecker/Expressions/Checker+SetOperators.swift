internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks `left in right`.
  mutating func checkMembership(
    _ left: ExpressionID, _ right: ExpressionID, isNegated: Bool, at range: SourceRange
  ) -> Checked {
    var element: Checked
    var collection: Checked
    switch tree[right] {
    // A set with a range says its own type: that of ports.
    case .set(let list) where !tree[list].contains(where: isRange), .list(let list):
      let elements = tree[list]
      element = check(left)
      if self[element.type] == .json {
        collection = check(right)
      } else if self[unwrapped(element.type)] == .ipAddress, elements.contains(where: isBlock) {
        collection = check(right, expecting: demand(.cidrSet))
      } else {
        collection = check(right, expecting: demand(.set(unwrapped(element.type))))
      }
    default:
      collection = check(right)
      element = check(left, expecting: elementType(of: collection.type))
    }
    if self[element.type] == .error || self[collection.type] == .error { return failed(at: range) }
    guard let wanted = elementType(of: collection.type) else {
      if isOptional(collection.type) {
        diagnostics.insert(
          .optionalNeedsGuard(name(of: collection.type), at: tree.range(of: right)))
      } else {
        diagnostics.insert(.notACollection(name(of: collection.type), at: tree.range(of: right)))
      }
      return failed(at: range)
    }
    if self[element.type] == .json, self[wanted] != .json {
      element = insert(
        .decode(element.term, as: wanted), optional(wanted), at: tree.range(of: left))
    }
    let path = element.path
    let isOptionalElement = isOptional(element.type)
    element = adapt(
      element, to: isOptionalElement ? optional(wanted) : wanted, at: tree.range(of: left))
    reportIfConstant(element, in: collection, isNegated: isNegated, at: range)
    var facts = Facts()
    if let path, isOptionalElement { facts.whenTrue = [path] }
    let member = insert(
      .membership(element.term, in: collection.term), boolType, at: range, facts: facts)
    guard isNegated else { return member }
    return insert(.not(member.term), boolType, at: range, facts: facts.negated)
  }

  /// Whether the expression is a text that writes a block of addresses.
  private func isBlock(_ id: ExpressionID) -> Bool {
    guard case .string(let segments) = tree[id], case .text(let text)? = tree[segments].first
    else { return false }
    return tree.text(of: text).utf8.contains(UInt8(ascii: "/"))
  }

  /// Returns the type of what may be in a value of `type`.
  func elementType(of type: TypeID) -> TypeID? {
    switch self[type] {
    case .list(let element), .set(let element): element
    case .map(let key, _): key
    case .portSet: intType
    case .cidrSet: program.schema.types.simple(.cidr)
    default: nil
    }
  }

  /// Checks `text matches /expression/`.
  mutating func checkMatches(
    _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange
  ) -> Checked {
    var text = check(left)
    let textRange = tree.range(of: left)
    if self[text.type] == .json {
      text = insert(.decode(text.term, as: stringType), optional(stringType), at: textRange)
    }
    let wanted = isOptional(text.type) ? optional(stringType) : stringType
    let path = isOptional(text.type) ? text.path : nil
    text = adapt(text, to: wanted, at: textRange)
    let regex = demand(.regex)
    var pattern = check(right, expecting: regex)
    if self[pattern.type] != .glob {
      pattern = adapt(pattern, to: regex, at: tree.range(of: right))
    }
    let facts = path.map { Facts(whenTrue: [$0]) } ?? Facts()
    return insert(.matches(text.term, pattern.term), boolType, at: range, facts: facts)
  }

  /// Checks `left covers right` or `left meets right`.
  mutating func checkSetRelation(
    _ symbol: InfixOperator, _ left: ExpressionID, _ right: ExpressionID, at range: SourceRange
  ) -> Checked {
    var first = check(left)
    if self[first.type] == .cidr || self[first.type] == .ipAddress {
      first = adapt(first, to: demand(.cidrSet), at: tree.range(of: left))
    }
    var second = check(right, expecting: elementOfPatterns(first.type) ?? first.type)
    if self[first.type] == .error || self[second.type] == .error { return failed(at: range) }
    for (checked, id) in [(first, left), (second, right)] where isOptional(checked.type) {
      diagnostics.insert(.optionalNeedsGuard(name(of: checked.type), at: tree.range(of: id)))
      return failed(at: range)
    }
    if symbol == .covers, case .list(let element) = self[first.type],
      self[element] == .filterPattern, self[second.type] == .filterPattern
    {
      return insert(.covers(first.term, second.term), boolType, at: range)
    }
    if let matched = matched(first, at: tree.range(of: left), second, at: tree.range(of: right)) {
      (first, second) = matched
    } else {
      diagnostics.insert(
        .operatorMismatch(symbol.rawValue, name(of: first.type), name(of: second.type), at: range))
      return failed(at: range)
    }
    switch (symbol, self[first.type]) {
    case (.covers, .cidrSet), (.covers, .portSet), (.covers, .set), (.covers, .filterPattern),
      (.covers, .glob):
      return insert(.covers(first.term, second.term), boolType, at: range)
    case (.meets, .cidrSet), (.meets, .portSet), (.meets, .set), (.meets, .glob):
      return insert(.meets(first.term, second.term), boolType, at: range)
    default:
      diagnostics.insert(
        .operatorMismatch(symbol.rawValue, name(of: first.type), name(of: second.type), at: range))
      return failed(at: range)
    }
  }

  /// Returns the type of filter patterns when `type` is a list of them.
  private func elementOfPatterns(_ type: TypeID) -> TypeID? {
    guard case .list(let element) = self[type], self[element] == .filterPattern else { return nil }
    return element
  }

  /// Checks `+ - * / % | &`.
  mutating func checkArithmetic(
    _ symbol: InfixOperator, _ left: ExpressionID, _ right: ExpressionID,
    expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    var first = check(left, expecting: expected)
    var second = check(
      right, expecting: expected ?? context(for: right, beside: unwrapped(first.type)))
    if self[first.type] == .error || self[second.type] == .error { return failed(at: range) }
    for (checked, id) in [(first, left), (second, right)] where isOptional(checked.type) {
      diagnostics.insert(.optionalNeedsGuard(name(of: checked.type), at: tree.range(of: id)))
      return failed(at: range)
    }
    if let result = numericResult(symbol, self[first.type], self[second.type]),
      let operation = Arithmetic(rawValue: symbol.rawValue)
    {
      return insert(.arithmetic(operation, first.term, second.term), demand(result), at: range)
    }
    if let matched = matched(first, at: tree.range(of: left), second, at: tree.range(of: right)) {
      (first, second) = matched
    }
    if first.type == second.type {
      switch (symbol, self[first.type]) {
      case (.add, .list):
        return insert(.arithmetic(.add, first.term, second.term), first.type, at: range)
      case (.union, .cidrSet), (.union, .portSet), (.union, .set):
        return insert(.setOperation(.union, first.term, second.term), first.type, at: range)
      case (.intersection, .cidrSet), (.intersection, .portSet), (.intersection, .set):
        return insert(.setOperation(.intersection, first.term, second.term), first.type, at: range)
      case (.subtract, .cidrSet), (.subtract, .portSet), (.subtract, .set):
        return insert(.setOperation(.difference, first.term, second.term), first.type, at: range)
      default: break
      }
    }
    diagnostics.insert(
      .operatorMismatch(symbol.rawValue, name(of: first.type), name(of: second.type), at: range))
    return failed(at: range)
  }

  /// Returns the type of the result for operands that are numbers, times or texts.
  private func numericResult(
    _ symbol: InfixOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    switch (symbol, left, right) {
    case (.add, .int, .int), (.subtract, .int, .int), (.multiply, .int, .int),
      (.divide, .int, .int), (.remainder, .int, .int):
      .int
    case (.add, .float, .float), (.subtract, .float, .float), (.multiply, .float, .float),
      (.divide, .float, .float):
      .float
    case (.add, .duration, .duration), (.subtract, .duration, .duration),
      (.multiply, .int, .duration), (.multiply, .duration, .int),
      (.subtract, .timestamp, .timestamp):
      .duration
    case (.add, .bytes, .bytes), (.subtract, .bytes, .bytes), (.multiply, .int, .bytes),
      (.multiply, .bytes, .int):
      .bytes
    case (.add, .timestamp, .duration), (.add, .duration, .timestamp),
      (.subtract, .timestamp, .duration):
      .timestamp
    case (.add, .string, .string): .string
    default: nil
    }
  }
}
