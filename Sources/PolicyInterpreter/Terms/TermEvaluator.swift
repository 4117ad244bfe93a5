package import DomainValues
package import PolicyIR
package import ResourceModel
internal import SourceText

/// Walks terms and says what they are worth; the meaning of the language.
///
/// Each family of terms is an extension in its own file. It is a class because it has an identity:
/// the values that terms make and the steps they take add up over one evaluation, and a copy would
/// lose them. It stays in one task.
package final class TermEvaluator {
  /// The terms.
  package let program: Program

  /// The nodes; `nil` while there are none yet.
  let graph: ResourceGraph?

  /// The instant of the run.
  let now: Timestamp

  /// How much work is allowed.
  package let limits: Limits

  /// The `Json` values that were read, and those that terms make.
  var rawValues: RawValues

  /// The raw resources, while they are mapped.
  package var rawResources: RawIndex?

  /// The nodes of a test case, while they are made.
  var fixtures: FixtureNodes?

  /// What terms gave, if somebody wants to know.
  var record: EvaluationRecord?

  /// The compiled regular expressions.
  let regexes = RegexCache()

  /// What filter patterns catch of others.
  let coverages = FilterCoverageCache()

  /// The parameters of the rule.
  var parameters: [Cell] = []

  /// The variables of the rule, function, mapping or test case that is being evaluated.
  var slots: [Cell] = []

  /// The variables that hold joins.
  var joinSlots: Set<Int> = []

  /// What was read last of what takes long to read.
  var costlyReads = CostlyReads()

  /// The number of steps taken for the current resource.
  var steps = 0

  /// How deep terms and calls are nested at the moment.
  var depth = 0

  /// Creates an evaluator of the terms of `program`.
  package init(
    program: Program, graph: ResourceGraph?, rawValues: RawValues, now: Timestamp, limits: Limits
  ) {
    self.program = program
    self.graph = graph
    self.rawValues = rawValues
    self.now = now
    self.limits = limits
  }

  /// What the nodes are.
  var schema: Schema { program.schema }

  /// Whether the steps are used up, so that everything is unknown from here on.
  var isExhausted: Bool { steps > limits.steps }

  /// Makes room for `count` variables, and forgets those there were.
  func clearSlots(_ count: Int) {
    slots = Array(repeating: TermEvaluator.unset, count: count)
  }

  /// What a variable holds until something is put into it.
  package static let unset = Cell(.unknown(Cause(.undecidable, "a variable that is not set yet")))

  /// Puts `cell` in the slot.
  func bind(_ slot: Int, _ cell: Cell) {
    guard slots.indices.contains(slot) else { return }
    slots[slot] = cell
  }

  /// Takes `count` steps, for work in proportion to the size of a value.
  func spend(_ count: Int) {
    if !isExhausted { steps += min(count, limits.steps &+ 1) }
  }

  /// Returns what the term is worth, `Json` that is null or not known as a value.
  ///
  /// Operators use `read`; only what looks at `Json` itself needs this.
  package func evaluate(_ id: TermID) -> Cell {
    spend(1)
    if isExhausted { return Cell(.unknown(limits.stepCause)) }
    if depth >= limits.depth { return Cell(.unknown(limits.depthCause)) }
    depth += 1
    let cell = evaluateParts(id)
    depth -= 1
    if record != nil { note(id, cell) }
    return cell
  }

  /// Returns what the term is worth, `Json` that is null as absent, and `Json` that is not known as
  /// unknown.
  func read(_ id: TermID) -> Cell { resolved(evaluate(id)) }

  /// Returns the answer that a `Bool` term gives.
  func answer(_ id: TermID) -> Answer { Answer(read(id).reading) }

  private func evaluateParts(_ id: TermID) -> Cell {
    let term = program[id]
    switch term {
    case .constant, .absent, .parameter, .variable, .now, .attribute, .field, .member, .element,
      .lookup,
      .chain, .coalesce:
      return evaluateAccess(term)
    case .not, .and, .or, .implies, .isPresent, .conditional, .match:
      return evaluateLogic(term)
    case .compare, .membership, .matches, .covers, .meets, .isEmpty, .isWorld:
      return evaluateComparison(term)
    case .negate, .arithmetic, .setOperation, .portRange:
      return evaluateOperation(term)
    case .closure(let base, let paths, let includesBase):
      return closure(of: read(base), along: paths, includesBase: includesBase).cell
    case .quantifier, .exactly, .count, .fold, .comprehension, .mapComprehension, .groups:
      return asJson(evaluateIteration(term), ifTyped: id)
    case .list, .set, .map, .structure, .fixture:
      return asJson(evaluateLiteral(term), ifTyped: id)
    case .call, .builtin, .text:
      return evaluateCall(term)
    case .decode(let operand, let type): return decode(operand, as: type)
    case .widen(let operand, let type): return widen(evaluate(operand), to: type)
    }
  }

  /// Returns `cell` as `Json` if that is the type of the term.
  private func asJson(_ cell: Cell, ifTyped id: TermID) -> Cell {
    guard case .json = program.schema.types[program.type(of: id)] else { return cell }
    return widen(cell, to: program.type(of: id))
  }
}
