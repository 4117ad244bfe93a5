internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Finds the conditions that have only one truth, whatever the resources are.
///
/// A condition is written as a choice of clauses, each of which demands some things at once; it
/// can hold unless every clause contradicts itself. What is not understood is taken to be free,
/// so that a verdict is never wrong, only sometimes missing.
struct ConditionAnalysis: Sendable {
  /// Something that a clause demands.
  enum Demand: Hashable {
    /// The condition has this truth.
    case truth(TermID, Bool)
    /// The value is one of these cases of its enumeration.
    case oneOf(TermID, cases: [Int])
  }

  /// Things that are demanded at once.
  typealias Clause = [Demand]

  private let program: Program
  private let classes: TermClasses

  /// The most clauses that are looked at: more of them are taken to be free.
  private static let mostClauses = 256

  /// Prepares the analysis of the conditions of `program`.
  init(_ program: Program) {
    self.program = program
    classes = TermClasses(program)
  }

  /// Returns the one truth that `condition` has wherever it is decided, or `nil` when it may have
  /// both; `parameters` are those of the rule that it stands in.
  func truth(of condition: TermID, parameters: [Parameter]) -> Bool? {
    if !canHold([(condition, true)], parameters: parameters) { return false }
    if !canHold([(condition, false)], parameters: parameters) { return true }
    return nil
  }

  /// Returns `false` iff it is certain that the conditions never have these truths at once.
  func canHold(_ conditions: [(TermID, Bool)], parameters: [Parameter]) -> Bool {
    var all: [Clause]? = [[]]
    for (condition, wanted) in conditions {
      all = product(all, clauses(condition, wanted, parameters))
    }
    guard let all else { return true }
    return !all.allSatisfy { isContradictory($0, parameters) }
  }

  /// Returns the clauses one of which must hold for `id` to be `wanted`, or `nil` when there are
  /// too many.
  private func clauses(_ id: TermID, _ wanted: Bool, _ parameters: [Parameter]) -> [Clause]? {
    switch program[id] {
    case .constant(.bool(let value)): return value == wanted ? [[]] : []
    case .not(let operand): return clauses(operand, !wanted, parameters)
    case .and(let left, let right):
      return wanted
        ? product(clauses(left, true, parameters), clauses(right, true, parameters))
        : sum(clauses(left, false, parameters), clauses(right, false, parameters))
    case .or(let left, let right):
      return wanted
        ? sum(clauses(left, true, parameters), clauses(right, true, parameters))
        : product(clauses(left, false, parameters), clauses(right, false, parameters))
    case .implies(let left, let right):
      return wanted
        ? sum(clauses(left, false, parameters), clauses(right, true, parameters))
        : product(clauses(left, true, parameters), clauses(right, false, parameters))
    case .conditional(let condition, let consequence, let alternative):
      return sum(
        product(
          clauses(condition, true, parameters), clauses(consequence, wanted, parameters)),
        product(
          clauses(condition, false, parameters), clauses(alternative, wanted, parameters)))
    case .match(let subject, let arms):
      var all: [Clause]? = []
      for arm in arms {
        let chosen: [Clause] = [[.oneOf(subject, cases: arm.cases)]]
        all = sum(all, product(chosen, clauses(arm.value, wanted, parameters)))
      }
      return all
    case .compare(.equal, let left, let right):
      if case .constant(.bool(let value)) = program[right] {
        return clauses(left, value == wanted, parameters)
      }
    default: break
    }
    if let truth = plainTruth(of: id, parameters) { return truth == wanted ? [[]] : [] }
    return [[.truth(id, wanted)]]
  }

  private func sum(_ left: [Clause]?, _ right: [Clause]?) -> [Clause]? {
    guard let left, let right, left.count + right.count <= Self.mostClauses else { return nil }
    return left + right
  }

  private func product(_ left: [Clause]?, _ right: [Clause]?) -> [Clause]? {
    // Nothing holds together with what never holds, however much the other side is.
    if left?.isEmpty == true || right?.isEmpty == true { return [] }
    guard let left, let right, left.count * right.count <= Self.mostClauses else { return nil }
    return left.flatMap { first in right.map { first + $0 } }
  }

  /// Returns `true` iff what `clause` demands cannot be at once.
  private func isContradictory(_ clause: Clause, _ parameters: [Parameter]) -> Bool {
    var truths: [TermID: Bool] = [:]
    var domains: [TermID: ValueDomain] = [:]
    for demand in clause {
      switch demand {
      case .truth(let id, let truth):
        if truths.updateValue(truth, forKey: classes[id]) == !truth { return true }
        guard let (subject, limit) = limit(by: id, truth) else { continue }
        limit(&domains[classes[subject], default: domain(of: subject, parameters)])
      case .oneOf(let subject, let cases):
        guard let enumeration = enumeration(of: subject) else { continue }
        domains[classes[subject], default: domain(of: subject, parameters)]
          .limit(to: Set(cases.map { .enumeration(enumeration, $0) }))
      }
    }
    return domains.values.contains { $0.isEmpty }
  }

  /// Returns the term whose values the condition limits, and how.
  private func limit(
    by id: TermID, _ truth: Bool
  ) -> (TermID, (inout ValueDomain) -> Void)? {
    switch program[id] {
    case .compare(let written, let left, let right):
      let comparison = truth ? written : written.negated
      if let value = program.constantValue(of: right) {
        return (left, { $0.limit(comparison, value) })
      }
      if let value = program.constantValue(of: left) {
        return (right, { $0.limit(comparison.mirrored, value) })
      }
      return nil
    case .membership(let element, let collection):
      guard let values = program.constantValue(of: collection)?.wholeElements else { return nil }
      return (element, { truth ? $0.limit(to: values) : $0.exclude(values) })
    default: return nil
    }
  }

  /// Returns the values that the term can have at all.
  private func domain(of id: TermID, _ parameters: [Parameter]) -> ValueDomain {
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

  private func enumeration(of id: TermID) -> EnumerationID? {
    guard case .enumeration(let enumeration) = program.schema.types[program.type(of: id)] else {
      return nil
    }
    return enumeration
  }

  /// Returns the one truth of a condition that is no connective.
  private func plainTruth(of id: TermID, _ parameters: [Parameter]) -> Bool? {
    switch program[id] {
    case .compare(let comparison, let left, let right):
      if classes[left] == classes[right] { return comparison.holdsOfEquals }
      guard let first = program.constantValue(of: left),
        let second = program.constantValue(of: right)
      else { return nil }
      return ConditionAnalysis.compare(comparison, first, second)
    case .membership(let element, let collection):
      guard let whole = program.constantValue(of: collection) else { return nil }
      if whole.holdsEveryAddress { return true }
      guard let values = whole.wholeElements else { return nil }
      if values.isEmpty { return false }
      return program.constantValue(of: element).map { values.contains($0) }
    case .matches(_, let pattern):
      guard case .regex(let regex)? = program.constantValue(of: pattern) else { return nil }
      return ConditionAnalysis.matchingEverything.contains(regex.text) ? true : nil
    case .covers(let left, let right):
      if classes[left] == classes[right] { return true }
      return program.constantValue(of: left)?.holdsEveryAddress == true ? true : nil
    case .isEmpty(let operand):
      return program.constantValue(of: operand)?.wholeElements?.isEmpty
    case .quantifier(let quantifier, let iteration, let body):
      return truth(of: quantifier, iteration, body, parameters)
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
    if let first = left.rank, let second = right.rank {
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
    _ parameters: [Parameter]
  ) -> Bool? {
    let isEmpty =
      program.constantValue(of: iteration.collection)?.wholeElements?.isEmpty == true
      || iteration.filter.map { !canHold([($0, true)], parameters: parameters) } == true
    let filter = iteration.filter.map { [($0, true)] } ?? []
    switch quantifier {
    case .any:
      return isEmpty || !canHold(filter + [(body, true)], parameters: parameters) ? false : nil
    case .all:
      return isEmpty || !canHold(filter + [(body, false)], parameters: parameters) ? true : nil
    case .none:
      return isEmpty || !canHold(filter + [(body, true)], parameters: parameters) ? true : nil
    }
  }
}

extension Value {
  /// The elements of a list or set all of which are known.
  fileprivate var wholeElements: Set<Value>? {
    switch self {
    case .list(let collection), .set(let collection):
      guard collection.missing.isEmpty else { return nil }
      var values: Set<Value> = []
      for cell in collection.elements {
        guard let value = cell.reading.value else { return nil }
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

  /// Whether it is the set of all addresses of both versions.
  fileprivate var holdsEveryAddress: Bool {
    if case .cidrSet(let set, _) = self { set == .everything } else { false }
  }
}
