internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Conditions that are not made of conditions.
extension ConditionAnalysis {
  /// Returns the term whose values the condition limits, and how.
  func limit(
    by id: TermID, _ truth: Bool
  ) -> (TermID, (inout ValueDomain) -> Void)? {
    switch program[id] {
    case .compare(let written, let left, let right):
      let comparison = truth ? written : written.negated
      if let value = program.constantValue(of: right) {
        guard value.isPlain, says(comparison, of: left) else { return nil }
        return (left, { $0.limit(comparison, value) })
      }
      if let value = program.constantValue(of: left) {
        guard value.isPlain, says(comparison, of: right) else { return nil }
        return (right, { $0.limit(comparison.mirrored, value) })
      }
      return nil
    case .membership(let element, let collection):
      guard let values = program.constantValue(of: collection)?.wholeElements else { return nil }
      if !truth, isOptional(element) { return nil }
      return (element, { truth ? $0.limit(to: values) : $0.exclude(values) })
    default: return nil
    }
  }

  /// Whether a comparison that holds says something of the values of the term: what may be absent
  /// is unequal to all of them, and then has none.
  private func says(_ comparison: Comparison, of id: TermID) -> Bool {
    comparison == .equal || !isOptional(id)
  }

  /// Whether the term may be absent.
  func isOptional(_ id: TermID) -> Bool {
    program.schema.types.isOptional(program.type(of: id))
  }

  /// Returns the values that the term can have at all.
  func domain(of id: TermID, _ parameters: [Parameter]) -> ValueDomain {
    var domain = ValueDomain()
    if let enumeration = enumeration(of: id) {
      let cases = program.schema[enumeration].cases.indices
      domain.limit(to: Set(cases.map { .enumeration(enumeration, $0) }))
    }
    switch program[id] {
    case .count, .builtin(.length, _), .builtin(.count, _): domain.limit(.greaterOrEqual, .int(0))
    case .parameter(let index):
      guard parameters.indices.contains(index), let bounds = parameters[index].bounds else { break }
      domain.limit(.greaterOrEqual, bounds.lower)
      domain.limit(.lessOrEqual, bounds.upper)
    default: break
    }
    return domain
  }

  func enumeration(of id: TermID) -> EnumerationID? {
    guard case .enumeration(let enumeration) = program.schema.types[program.type(of: id)] else {
      return nil
    }
    return enumeration
  }

  /// Returns the one truth of a condition that is no connective.
  func plainTruth(
    of id: TermID, _ parameters: [Parameter], _ findings: inout Findings
  ) -> Bool? {
    switch program[id] {
    case .compare(let comparison, let left, let right):
      // What is absent equals nothing, itself neither.
      if classes[left] == classes[right] {
        return isOptional(left) ? nil : comparison.holdsOfEquals
      }
      guard let first = program.constantValue(of: left),
        let second = program.constantValue(of: right)
      else { return nil }
      return ConditionAnalysis.compare(comparison, first, second)
    case .membership(let element, let collection):
      guard let whole = program.constantValue(of: collection) else { return nil }
      if whole.holdsEveryAddress { return isOptional(element) ? nil : true }
      guard let values = whole.wholeElements else { return nil }
      if values.isEmpty { return false }
      return program.constantValue(of: element).map { values.contains($0) }
    case .matches(let text, let pattern):
      guard !isOptional(text), case .regex(let regex)? = program.constantValue(of: pattern) else {
        return nil
      }
      return ConditionAnalysis.matchingEverything.contains(regex.text) ? true : nil
    case .covers(let left, let right):
      if isOptional(left) || isOptional(right) { return nil }
      if classes[left] == classes[right] { return true }
      return program.constantValue(of: left)?.holdsEveryAddress == true ? true : nil
    case .isEmpty(let operand):
      return program.constantValue(of: operand)?.wholeElements?.isEmpty
    case .quantifier(let quantifier, let iteration, let body):
      return truth(of: quantifier, iteration, body, parameters, &findings)
    default: return nil
    }
  }

  /// The regular expressions that every text holds a match of.
  private static let matchingEverything: Set<String> = [
    "", "^", "$", ".*", "^.*", ".*$", ".?", "(.*)", "^(.*)",
  ]

  private static func compare(
    _ comparison: Comparison, _ left: Value, _ right: Value
  ) -> Bool? {
    if let first = ValueRank(left), let second = ValueRank(right) {
      switch comparison {
      case .equal: return first == second
      case .notEqual: return first != second
      case .less: return first < second
      case .lessOrEqual: return first <= second
      case .greater: return first > second
      case .greaterOrEqual: return first >= second
      }
    }
    switch (left, right) {
    case (.bool, .bool), (.string, .string), (.enumeration, .enumeration):
      switch comparison {
      case .equal: return left == right
      case .notEqual: return left != right
      case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
      }
    default: return nil
    }
  }

  /// Returns the one truth that a quantifier has because its filter or body has only one.
  private func truth(
    of quantifier: LogicalQuantifier, _ iteration: Iteration, _ body: TermID,
    _ parameters: [Parameter], _ findings: inout Findings
  ) -> Bool? {
    func canHold(_ conditions: [(TermID, Bool)]) -> Bool {
      self.canHold(conditions, parameters, &findings)
    }
    let isEmpty =
      program.constantValue(of: iteration.collection)?.wholeElements?.isEmpty == true
    let filter = iteration.filter.map { [($0, true)] } ?? []
    switch quantifier {
    case .any:
      return isEmpty || !canHold(filter + [(body, true)]) ? false : nil
    case .all:
      return isEmpty || !canHold(filter + [(body, false)]) ? true : nil
    case .none:
      return isEmpty || !canHold(filter + [(body, true)]) ? true : nil
    }
  }
}

extension Value {
  /// The elements of a list or set all of which are known, and plain.
  fileprivate var wholeElements: Set<Value>? {
    switch self {
    case .list(let collection), .set(let collection):
      guard collection.missing.isEmpty else { return nil }
      var values: Set<Value> = []
      for cell in collection.elements {
        guard let value = cell.reading.value, value.isPlain else { return nil }
        values.insert(value)
      }
      return values
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .map, .structure,
      .resource:
      return nil
    }
  }

  /// Whether it is equal to what is the same value in Swift, and to nothing else: two sets may have
  /// their elements in different orders, and two versions different numbers of digits.
  fileprivate var isPlain: Bool {
    switch self {
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .enumeration: true
    case .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress,
      .glob, .json, .list, .set, .map, .structure, .resource:
      false
    }
  }

  /// Whether it is the set of all addresses of both versions.
  fileprivate var holdsEveryAddress: Bool {
    if case .cidrSet(let set, _) = self { set == .everything } else { false }
  }
}
