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

  let program: Program
  let classes: TermClasses

  /// The most clauses that are looked at: more of them are taken to be free.
  private static let mostClauses = 256

  /// What was found out about the conditions in one, each of which is asked for more than once.
  struct Findings {
    /// A condition with the truth that it is to have.
    fileprivate struct Question: Hashable {
      let condition: TermID
      let wanted: Bool
    }

    /// The most demands that are put together for one condition: what is left then is taken to be
    /// free, so that no condition takes long.
    fileprivate static let mostDemands = 1 << 16

    /// The clauses of the conditions; `nil` where there are too many.
    fileprivate var clauses: [Question: [Clause]?] = [:]

    /// The demands that were put together.
    fileprivate var demands = 0
  }

  /// Prepares the analysis of the conditions of `program`.
  init(_ program: Program) {
    self.program = program
    classes = TermClasses(program)
  }

  /// Returns the one truth that `condition` has wherever it is decided, or `nil` when it may have
  /// both; `parameters` are those of the rule that it stands in.
  func truth(of condition: TermID, parameters: [Parameter]) -> Bool? {
    var findings = Findings()
    if !canHold([(condition, true)], parameters, &findings) { return false }
    if !canHold([(condition, false)], parameters, &findings) { return true }
    return nil
  }

  /// Returns `false` iff it is certain that the conditions never have these truths at once.
  func canHold(_ conditions: [(TermID, Bool)], parameters: [Parameter]) -> Bool {
    var findings = Findings()
    return canHold(conditions, parameters, &findings)
  }

  func canHold(
    _ conditions: [(TermID, Bool)], _ parameters: [Parameter], _ findings: inout Findings
  ) -> Bool {
    var all: [Clause]? = [[]]
    for (condition, wanted) in conditions {
      all = product(all, clauses(condition, wanted, parameters, &findings), &findings)
    }
    guard let all else { return true }
    return !all.allSatisfy { isContradictory($0, parameters) }
  }

  /// Returns the clauses one of which must hold for `id` to be `wanted`, or `nil` when there are
  /// too many.
  private func clauses(
    _ id: TermID, _ wanted: Bool, _ parameters: [Parameter], _ findings: inout Findings
  ) -> [Clause]? {
    let question = Findings.Question(condition: id, wanted: wanted)
    if let known = findings.clauses[question] { return known }
    let found = newClauses(id, wanted, parameters, &findings)
    findings.clauses[question] = found
    return found
  }

  private func newClauses(
    _ id: TermID, _ wanted: Bool, _ parameters: [Parameter], _ findings: inout Findings
  ) -> [Clause]? {
    func clauses(_ id: TermID, _ wanted: Bool) -> [Clause]? {
      self.clauses(id, wanted, parameters, &findings)
    }
    switch program[id] {
    case .constant(.bool(let value)): return value == wanted ? [[]] : []
    case .not(let operand): return clauses(operand, !wanted)
    case .and(let left, let right):
      let (first, second) = (clauses(left, wanted), clauses(right, wanted))
      return wanted ? product(first, second, &findings) : sum(first, second)
    case .or(let left, let right):
      let (first, second) = (clauses(left, wanted), clauses(right, wanted))
      return wanted ? sum(first, second) : product(first, second, &findings)
    case .implies(let left, let right):
      let (first, second) = (clauses(left, !wanted), clauses(right, wanted))
      return wanted ? sum(first, second) : product(first, second, &findings)
    case .conditional(let condition, let consequence, let alternative):
      let then = product(clauses(condition, true), clauses(consequence, wanted), &findings)
      return sum(then, product(clauses(condition, false), clauses(alternative, wanted), &findings))
    case .match(let subject, let arms):
      var all: [Clause]? = []
      for arm in arms {
        let chosen: [Clause] = [[.oneOf(subject, cases: arm.cases)]]
        all = sum(all, product(chosen, clauses(arm.value, wanted), &findings))
      }
      return all
    // What is absent is neither.
    case .compare(.equal, let left, let right) where !isOptional(left):
      if case .constant(.bool(let value)) = program[right] {
        return clauses(left, value == wanted)
      }
    default: break
    }
    if let truth = plainTruth(of: id, parameters, &findings) { return truth == wanted ? [[]] : [] }
    return [[.truth(id, wanted)]]
  }

  private func sum(_ left: [Clause]?, _ right: [Clause]?) -> [Clause]? {
    guard let left, let right, left.count + right.count <= Self.mostClauses else { return nil }
    return left + right
  }

  private func product(
    _ left: [Clause]?, _ right: [Clause]?, _ findings: inout Findings
  ) -> [Clause]? {
    // Nothing holds together with what never holds, however much the other side is.
    if left?.isEmpty == true || right?.isEmpty == true { return [] }
    guard let left, let right, left.count * right.count <= Self.mostClauses else { return nil }
    findings.demands += left.reduce(0) { $0 + $1.count + 1 } * right.count
    findings.demands += right.reduce(0) { $0 + $1.count + 1 } * left.count
    guard findings.demands <= Findings.mostDemands else { return nil }
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
}
