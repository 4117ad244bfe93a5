internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Finds what can go either way in a rule or function: its smallest conditions, and its comparisons
/// with limits.
struct ConditionFinder {
  /// A comparison of something that has an order with a constant or a parameter of the rule.
  struct Limit {
    /// The comparison.
    let term: TermID
    /// Whether the constant stands on the left.
    let isOnLeft: Bool
    /// Whether there can be anything below it.
    let hasBelow: Bool
  }

  private let program: Program
  private var visited: Set<TermID> = []

  /// The conditions that are not made of others by `and`, `or`, `not`, `implies` or a choice.
  private(set) var conditions: [TermID] = []

  /// The comparisons with limits.
  private(set) var limits: [Limit] = []

  /// The functions that are called, each once.
  private(set) var calls: [FunctionID] = []

  /// Creates a finder in the terms of `program`.
  init(_ program: Program) {
    self.program = program
  }

  /// Looks through the steps of the rule.
  mutating func visit(_ rule: Rule) {
    for step in rule.steps {
      switch step {
      case .filter(let term), .constant(_, let term), .requirement(let term, _): visitRoot(term)
      }
    }
  }

  /// Looks through the function.
  mutating func visit(_ function: Function) { visitRoot(function.body) }

  /// The functions that are called, and those that these call.
  var reachedFunctions: [FunctionID] {
    var reached: [FunctionID] = []
    var pending = calls
    while let id = pending.popLast() {
      guard !reached.contains(id) else { continue }
      reached.append(id)
      var inner = ConditionFinder(program)
      inner.visit(program[id])
      pending += inner.calls
    }
    return reached
  }

  private mutating func visitRoot(_ id: TermID) {
    if program.schema.types[program.type(of: id)] == .bool {
      visitCondition(id)
    } else {
      visit(id)
    }
  }

  /// Looks through a term that something depends on as a condition.
  private mutating func visitCondition(_ id: TermID) {
    switch program[id] {
    case .and(let left, let right), .or(let left, let right), .implies(let left, let right):
      visitCondition(left)
      visitCondition(right)
    case .not(let operand): visitCondition(operand)
    case .conditional(let condition, let consequence, let alternative):
      visitCondition(condition)
      visitCondition(consequence)
      visitCondition(alternative)
    case .match(let subject, let arms):
      visit(subject)
      for arm in arms { visitCondition(arm.value) }
    case .constant: return
    default:
      if !conditions.contains(id) { conditions.append(id) }
      visit(id)
    }
  }

  private mutating func visit(_ id: TermID) {
    guard visited.insert(id).inserted else { return }
    switch program[id] {
    case .and, .or, .implies, .not: visitCondition(id)
    case .conditional(let condition, let consequence, let alternative):
      visitCondition(condition)
      visit(consequence)
      visit(alternative)
    case .quantifier(_, let iteration, let body):
      visit(iteration)
      visitCondition(body)
    case .exactly(let count, let iteration, let body):
      visit(count)
      visit(iteration)
      visitCondition(body)
    case .count(let iteration): visit(iteration)
    case .fold(_, let iteration, let body), .comprehension(let iteration, let body, _):
      visit(iteration)
      visit(body)
    case .mapComprehension(let iteration, let key, let value),
      .groups(let iteration, let key, let value):
      visit(iteration)
      visit(key)
      visit(value)
    case .call(let function, let arguments):
      if !calls.contains(function) { calls.append(function) }
      for argument in arguments { visit(argument) }
    case .compare(_, let left, let right):
      if let limit = limit(id, left, right) { limits.append(limit) }
      visit(left)
      visit(right)
    default:
      for operand in program[id].operands { visit(operand) }
    }
  }

  private mutating func visit(_ iteration: Iteration) {
    visit(iteration.collection)
    if let filter = iteration.filter { visitCondition(filter) }
  }

  private func limit(_ id: TermID, _ left: TermID, _ right: TermID) -> Limit? {
    switch program.schema.types[program.schema.types.unwrapped(program.type(of: left))] {
    case .int, .float, .duration, .timestamp, .bytes, .version: break
    default: return nil
    }
    let (isLeft, isRight) = (isLimit(left), isLimit(right))
    guard isLeft != isRight else { return nil }
    let isLeast =
      program.constantValue(of: isLeft ? left : right) == .int(0)
      && isSize(isLeft ? right : left)
    return Limit(term: id, isOnLeft: isLeft, hasBelow: !isLeast)
  }

  private func isLimit(_ id: TermID) -> Bool {
    if case .parameter = program[id] { return true }
    return program.constantValue(of: id) != nil
  }

  /// Returns whether the term counts something, and so is never negative.
  private func isSize(_ id: TermID) -> Bool {
    switch program[id] {
    case .count, .builtin(.count, _), .builtin(.length, _): true
    default: false
    }
  }
}
