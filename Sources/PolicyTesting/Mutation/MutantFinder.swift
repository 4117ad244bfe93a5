internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Finds the mutants of rules and functions, in the order of the text.
struct MutantFinder {
  /// The program.
  let program: Program

  /// What was found.
  private(set) var mutants: [Mutant] = []

  /// Where the search is.
  private var place = Mutant.Place.rule(RuleID(index: 0))
  private var visited: Set<TermID> = []
  /// Says which conditions cannot be left out.
  let guards: PresenceGuards
  /// The smallest conditions, which may be negated.
  private var conditions: Set<TermID> = []

  /// Creates a finder of mutants of `program`.
  init(_ program: Program) {
    self.program = program
    guards = PresenceGuards(program)
  }

  /// Adds the mutants of the rule itself.
  mutating func visit(_ id: RuleID) {
    place = .rule(id)
    visited = []
    let rule = program[id]
    var finder = ConditionFinder(program)
    finder.visit(rule)
    conditions = Set(finder.conditions)
    for (index, parameter) in rule.parameters.enumerated() {
      guard let value = parameter.defaultValue else { continue }
      for other in value.neighbours {
        add(
          .constant, "default \(text(value)) → \(text(other))",
          .swapAfter(text(value), with: text(other), after: parameter.range),
          .defaultValue(index, other))
      }
    }
    let requirements = rule.steps.count { if case .requirement = $0 { true } else { false } }
    for (index, step) in rule.steps.enumerated() {
      switch step {
      case .filter(let term):
        if !guards.doesGuard(term, rule.steps.dropFirst(index + 1).map(\.term)) {
          add(
            .filter, "`where` dropped", .replace(program.range(of: term), with: "true"),
            .step(index))
        }
        visit(term)
      case .constant(_, let term): visit(term)
      case .requirement(let term, _):
        if requirements > 1 {
          add(
            .requirement, "`require` dropped", .replace(program.range(of: term), with: "true"),
            .step(index))
        }
        visit(term)
      }
    }
  }

  /// Adds the mutants of the function itself.
  mutating func visit(_ id: FunctionID) {
    place = .function(id)
    visited = []
    var finder = ConditionFinder(program)
    finder.visit(program[id])
    conditions = Set(finder.conditions)
    visit(program[id].body)
  }

  /// Adds a mutant.
  mutating func add(
    _ kind: MutationKind, _ summary: String, _ edit: MutationEdit, _ change: Mutant.Change
  ) {
    mutants.append(
      Mutant(place: place, kind: kind, summary: summary, edit: edit, change: change))
  }

  private mutating func visit(_ id: TermID, isNegated: Bool = false) {
    guard visited.insert(id).inserted else { return }
    mutate(id)
    if conditions.contains(id), !isNegated, isNegatable(id) {
      add(.negation, "negated", .negate(program.range(of: id)), .negation(id))
    }
    if case .not = program[id] {
      for operand in program[id].operands { visit(operand, isNegated: true) }
    } else {
      for operand in program[id].operands { visit(operand) }
    }
  }

  /// Whether negating the condition is not the same as another mutant of it.
  private func isNegatable(_ id: TermID) -> Bool {
    switch program[id] {
    case .compare(.equal, _, _), .compare(.notEqual, _, _), .quantifier, .constant: false
    default: true
    }
  }

  /// Returns the text of a constant.
  func text(_ value: Value) -> String {
    switch value {
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .int(let number): String(number)
    case .duration(let duration): duration.compact
    case .bytes(let size): size.description
    case .timestamp(let instant): instant.description
    default: "…"
    }
  }
}

extension Rule.Step {
  /// What it evaluates, its message aside.
  fileprivate var term: TermID {
    switch self {
    case .filter(let term), .constant(_, let term), .requirement(let term, _): term
    }
  }
}

extension PolicyDuration {
  /// The duration without spaces, as policies write it.
  fileprivate var compact: String { String(description.filter { $0 != " " }) }
}

extension Value {
  /// The values one less and one more, or the other `Bool`; none for what has no neighbours.
  var neighbours: [Value] {
    switch self {
    case .bool(let isTrue): return [.bool(!isTrue)]
    case .int(let number):
      return [number.subtractingReportingOverflow(1), number.addingReportingOverflow(1)]
        .filter { !$0.overflow }.map { .int($0.partialValue) }
    case .duration(let duration):
      let units: [Int64] = [86_400_000, 3_600_000, 60_000, 1000]
      let unit = units.first { duration.milliseconds % $0 == 0 } ?? 1
      let step = PolicyDuration(milliseconds: unit)
      return [duration.subtracting(step), duration.adding(step)].compactMap(\.self)
        .map { .duration($0) }
    case .bytes(let size):
      let units: [Int64] = [1 << 30, 1 << 20, 1 << 10, 1_000_000_000, 1_000_000, 1000]
      let unit = units.first { size.bytes != 0 && size.bytes % $0 == 0 } ?? 1
      return [
        size.bytes.subtractingReportingOverflow(unit), size.bytes.addingReportingOverflow(unit),
      ]
      .filter { !$0.overflow }.map { .bytes(ByteCount(bytes: $0.partialValue)) }
    case .timestamp(let instant):
      let day: Int64 = 86_400_000
      return [
        instant.milliseconds.subtractingReportingOverflow(day),
        instant.milliseconds.addingReportingOverflow(day),
      ].filter { !$0.overflow }.compactMap {
        Timestamp(milliseconds: $0.partialValue).map { .timestamp($0) }
      }
    case .float, .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .version, .ipAddress, .glob, .json, .enumeration, .list, .set, .map, .structure, .resource:
      return []
    }
  }
}
