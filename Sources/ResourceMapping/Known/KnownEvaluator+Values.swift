internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Values of types, and what is computed of them.
extension KnownEvaluator {
  /// Returns what the operand is worth, read as a value of `type`.
  mutating func decode(_ operand: Int32, as type: TypeID) throws(NotKnown) -> Known {
    let operand = try evaluate(operand)
    let known = fitted(operand, to: type)
    if case .other(let place) = known.value { steps += store.value(place).size }
    return known
  }

  /// Returns `known` as a value of `type`: what is `Json` is read as such; all else already is one.
  mutating func fitted(_ known: Known, to type: TypeID) -> Known {
    let wanted = plain(type)
    if case .json = wanted { return known }
    if let scalar = scalar(known, as: wanted) { return scalar }
    if case .list = wanted, case .json(let id) = known.value, case .list = values.kind(of: id),
      values.count(of: id) == 0
    {
      let origin = values.origin(of: id) ?? known.origin
      return Known(.other(KnownStore.emptyList), origin: origin)
    }
    let cell = evaluator.fit(cell(of: known), to: type)
    return store.insert(cell)
  }

  /// Returns `known` as a value of a type without parts of which most attributes are, or `nil` where
  /// more is to be found out.
  mutating func scalar(_ known: Known, as type: ValueType) -> Known? {
    guard case .json(let id) = known.value else {
      switch (type, known.value) {
      case (.bool, .bool), (.int, .int), (.string, .rawText), (.string, .text), (_, .absent),
        (_, .unknown), (_, .undecided):
        return known
      case (.enumeration(let wanted), .enumeration(let found, _)):
        return wanted == found ? known : nil
      default: return nil
      }
    }
    let value: KnownValue
    switch (type, values.kind(of: id)) {
    case (_, .unknown): return isByReference(type) ? nil : undecided(id, origin: known.origin)
    case (.bool, .null), (.int, .null), (.string, .null), (.enumeration, .null): value = .absent
    case (.bool, .boolean):
      guard let isTrue = values.boolean(of: id) else { return nil }
      value = .bool(isTrue)
    case (.int, .number):
      guard let number = values.number(of: id).flatMap({ Int64(integral: $0) }) else { return nil }
      value = .int(number)
    case (.string, .string): value = .rawText(id)
    case (.enumeration(let type), .string), (.enumeration(let type), .number):
      guard let text = values.string(of: id) ?? values.number(of: id),
        let index = schema[type].index(ofSpelling: text)
      else { return nil }
      value = .enumeration(type, Int32(truncatingIfNeeded: index))
    default: return nil
    }
    return Known(value, origin: values.origin(of: id) ?? known.origin)
  }

  /// Returns what is not known for the reason that the raw value gives, and stands where it does, or
  /// `nil` if it stands elsewhere.
  mutating func undecided(_ id: RawValueID, origin: SourceRange?) -> Known? {
    guard let own = values.origin(of: id), origin == nil || origin == own else { return nil }
    return Known(.undecided(id), origin: own)
  }

  /// Returns `true` iff values of the type are known by what they refer to, even if they are not.
  private mutating func isByReference(_ type: ValueType) -> Bool {
    switch type {
    case .resource: return true
    case .list(let element):
      if case .resource = plain(element) { return true }
      return false
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .structure, .set, .map, .optional:
      return false
    }
  }

  /// Returns what the operand is worth as a value of the wider type.
  mutating func widen(_ operand: Int32, to type: TypeID) throws(NotKnown) -> Known {
    let known = try evaluate(operand)
    switch known.value {
    case .absent, .unknown, .undecided: return known
    case .json:
      if case .json = plain(type) { return known }
    case .other(let place):
      switch (plain(type), store.value(place)) {
      case (.cidrSet, .cidrSet), (.portSet, .portSet): return known
      case (.list, .list(let collection)) where collection.elements.isEmpty: return known
      default: break
      }
    case .bool, .int, .rawText, .text, .enumeration: break
    }
    let cell = cell(of: known)
    let wider = interpreting { $0.widen(cell, to: type) }
    return store.insert(wider)
  }

  /// Returns the result of the operation.
  mutating func arithmetic(
    _ operation: Arithmetic, _ left: Int32, _ right: Int32
  ) throws(NotKnown) -> Known {
    let (first, second) = (try read(left), try read(right))
    let origin = first.origin ?? second.origin
    if case .int(let one) = first.value, case .int(let other) = second.value {
      guard let result = one.calculated(operation, other) else { throw NotKnown() }
      return Known(.int(result), origin: origin)
    }
    if operation == .add, case .other(let one) = first.value, case .other(let other) = second.value,
      case .list(let left) = store.value(one), case .list(let right) = store.value(other)
    {
      return Known(concatenation(one, left, other, right), origin: origin)
    }
    guard case .value(let one) = cell(of: first).reading,
      case .value(let other) = cell(of: second).reading,
      let result = evaluator.calculateQuantity(operation, one, other)
    else { throw NotKnown() }
    return Known(store.insert(result), origin: origin)
  }

  /// Returns the elements of two lists, which are at places of the store, after one another.
  private mutating func concatenation(
    _ first: Int32, _ left: Collection, _ second: Int32, _ right: Collection
  ) -> KnownValue {
    steps += left.elements.count + right.elements.count
    if right.elements.isEmpty, right.missing.isEmpty { return .other(first) }
    if left.elements.isEmpty, left.missing.isEmpty { return .other(second) }
    let missing = (left.missing + right.missing).distinct
    return store.insert(.list(Collection(left.elements + right.elements, missing: missing)))
  }

  /// Returns the ports from the first to the second.
  mutating func portRange(_ first: Int32, _ last: Int32) throws(NotKnown) -> Known {
    let (lower, upper) = (try read(first), try read(last))
    guard case .int(let first) = lower.value, case .int(let last) = upper.value,
      let ports = PortSet(from: first, through: last)
    else { throw NotKnown() }
    return Known(store.insert(.portSet(ports, missing: [])), origin: lower.origin ?? upper.origin)
  }
}
