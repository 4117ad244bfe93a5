internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Compiles the terms of rule applications, one after another, into operations of one plan.
///
/// What it cannot compile is opaque, which counts as unknown. That is safe because the language is
/// monotone: what is decided while a part is unknown is so whatever that part is. Rows that stay
/// unknown are judged by the interpreter.
struct RuleCompiler {
  /// The plan that the operations go into.
  var builder: PlanBuilder

  /// The program and the graph.
  let evaluation: Evaluation

  /// What variables stand for.
  var slots: [Int: Operand] = [:]

  /// What parameters stand for.
  var parameters: [Operand] = []

  /// Whether nothing was left to the interpreter so far.
  var isExact = true

  /// The frames that are nested around the current term as it is written.
  var nest: [FrameID] = []

  /// How many terms there are in each nest.
  var costs: [[FrameID]: Int] = [:]

  private var depth = 0
  private var termCount = 0

  /// Whether the rule is too large, so that all of it is left to the interpreter.
  var isTooLarge = false

  /// Whether a collection is chosen, so that the interpreter may know elements of it that are not
  /// known here: those on which both choices agree.
  var choosesCollections = false

  /// The number of terms of one rule that are compiled, functions counted where they are called.
  private static let mostTerms = 20_000

  /// How deep terms that are compiled may be inside each other, since a level takes kilobytes of the
  /// stack.
  private static let greatestDepth = 128

  /// How many steps a term that is asked of a distinct value counts for; of those that take more,
  /// the machine keeps account.
  static let tableSteps = 128

  /// Creates a compiler of rules into the plan of `builder`.
  init(_ builder: PlanBuilder, _ evaluation: Evaluation) {
    self.builder = builder
    self.evaluation = evaluation
  }

  /// Forgets all of the rule before but what is in the plan.
  mutating func begin() {
    (slots, parameters, nest, costs) = ([:], [], [], [:])
    (isExact, isTooLarge, choosesCollections) = (true, false, false)
    (depth, termCount) = (0, 0)
  }

  /// The program.
  var program: Program { evaluation.program }

  /// The graph.
  var graph: ResourceGraph { evaluation.graph }

  /// The types.
  var schema: Schema { evaluation.program.schema }

  /// Returns what is left to the interpreter.
  mutating func opaque() -> Operand {
    isExact = false
    return .opaque
  }

  /// Returns the type of the term, without its being optional.
  func plainType(of id: TermID) -> ValueType {
    schema.types[schema.types.unwrapped(program.type(of: id))]
  }

  /// Compiles the term.
  mutating func compile(_ id: TermID) -> Operand {
    costs[nest, default: 0] += 1
    termCount += 1
    // Past a limit the interpreter says so by itself.
    guard !isTooLarge, termCount <= RuleCompiler.mostTerms,
      depth + 1 < min(RuleCompiler.greatestDepth, evaluation.limits.depth)
    else {
      isTooLarge = true
      return opaque()
    }
    depth += 1
    defer { depth -= 1 }
    let result = compileParts(id)
    if case .opaque = result, !isTooLarge { account(for: id) }
    return result
  }

  private mutating func compileParts(_ id: TermID) -> Operand {
    switch program[id] {
    case .constant(let value): return .constant(.value(value))
    case .absent: return .constant(.absent)
    case .now: return .constant(.value(.timestamp(evaluation.now)))
    case .parameter(let index):
      return parameters.indices.contains(index) ? parameters[index] : .unknown
    case .variable(let slot): return slots[slot] ?? opaque()
    case .attribute(let base, let index): return attribute(index, of: compile(base))
    case .field(let base, let index): return field(id, base, index)
    case .lookup(let base, let key): return lookup(id, base, key)
    case .chain(let base, let slot, let body): return chain(id, base, slot, body)
    case .coalesce(let left, let right): return coalesce(id, left, right)
    case .not, .and, .or, .implies, .isPresent: return compileLogic(id)
    case .conditional(let condition, let consequence, let alternative):
      return conditional(id, truth(condition), consequence, alternative)
    case .match(let subject, let arms): return match(id, subject, arms)
    case .compare(let comparison, let left, let right): return compare(id, comparison, left, right)
    case .membership(let element, let collection): return membership(id, element, collection)
    case .isEmpty(let operand): return isEmpty(id, operand)
    case .negate(let operand):
      let operand = compile(operand)
      return calculate(
        id, .subtract, zero(id), operand, ofTypes: plainType(of: id), plainType(of: id))
        ?? derive(id, [operand])
    case .arithmetic(let operation, let left, let right):
      let (first, second) = (compile(left), compile(right))
      return calculate(
        id, operation, first, second, ofTypes: plainType(of: left), plainType(of: right))
        ?? derive(id, [first, second])
    case .quantifier, .exactly, .count, .fold, .comprehension: return compileIteration(id)
    case .call(let function, let arguments): return call(function, arguments)
    case .builtin(.count, let arguments): return size(id, arguments)
    case .builtin(.union, let arguments): return union(id, arguments)
    case .matches, .covers, .meets, .isWorld, .setOperation, .portRange, .list, .set, .map,
      .structure, .builtin, .text:
      return derive(id, program[id].operands.map { compile($0) })
    case .widen(let operand, let type):
      if schema.types[schema.types.unwrapped(type)] == .json { return opaque() }
      return derive(id, [compile(operand)])
    case .member, .element, .mapComprehension, .groups, .closure, .fixture, .decode:
      return opaque()
    }
  }

  private func zero(_ id: TermID) -> Operand {
    switch plainType(of: id) {
    case .float: .constant(.value(.float(0)))
    case .duration: .constant(.value(.duration(.zero)))
    case .bytes: .constant(.value(.bytes(ByteCount(bytes: 0))))
    default: .constant(.value(.int(0)))
    }
  }

  /// Compiles the body of a function with the arguments for its parameters.
  private mutating func call(_ function: FunctionID, _ arguments: [TermID]) -> Operand {
    let operands = arguments.map { compile($0) }
    let saved = slots
    slots = Dictionary(uniqueKeysWithValues: operands.enumerated().map { ($0.offset, $0.element) })
    let result = compile(program[function].body)
    slots = saved
    return result
  }

  /// Compiles a condition.
  mutating func truth(_ id: TermID) -> TruthOperand {
    let operand = compile(id)
    return truth(of: operand)
  }

  /// Returns the operand as a condition.
  mutating func truth(of operand: Operand) -> TruthOperand {
    switch operand {
    case .constant(.value(.bool(let isTrue))): return .constant(isTrue ? 2 : 0)
    case .constant: return .constant(1)
    case .vector(let id):
      switch builder.plan.shapes[id] {
      case .truth: return .vector(id)
      case .bits: return .vector(builder.demand(.truth(id), .truth, in: builder.plan.homes[id]))
      default: break
      }
    case .derived(let term, let leaves):
      if let id = table(term, of: leaves) { return truth(of: .vector(id)) }
    case .elements, .presence, .opaque: break
    }
    isExact = false
    return .constant(1)
  }
}
