internal import ResourceModel

/// Finds how the terms of a rule move when one of its parameters grows.
///
/// It claims an order only where the meaning of a term has one; everything else is open.
struct VariationAnalysis {
  let program: Program

  /// The 0-based index of the parameter that grows.
  let parameter: Int

  /// How the variables of the rule or function move; those that are not here stay.
  var slots: [Int: Variation] = [:]

  /// What functions give for arguments that move so.
  private var known: [Call: Variation] = [:]

  private struct Call: Hashable {
    let function: FunctionID
    let arguments: [Variation]
  }

  /// Creates the analysis for the parameter at `parameter` of a rule of `program`.
  init(_ program: Program, parameter: Int) {
    self.program = program
    self.parameter = parameter
  }

  /// Returns how the value of the term moves.
  mutating func variation(of id: TermID) -> Variation {
    switch program[id] {
    case .constant, .absent, .now, .fixture: return .constant
    case .parameter(let index): return index == parameter ? .rising : .constant
    case .variable(let slot): return slots[slot] ?? .constant
    case .coalesce(let left, let right):
      return variation(of: left) == .constant ? variation(of: right) : .open
    case .chain(let base, let slot, let body):
      guard variation(of: base) == .constant else { return .open }
      slots[slot] = .constant
      return variation(of: body)
    case .not(let operand), .negate(let operand), .isEmpty(let operand):
      return variation(of: operand).reversed
    case .isWorld(let operand): return variation(of: operand)
    case .and(let left, let right), .or(let left, let right), .meets(let left, let right):
      return variation(of: left).joined(variation(of: right))
    case .implies(let left, let right):
      return variation(of: left).reversed.joined(variation(of: right))
    case .covers(let left, let right):
      return variation(of: left).joined(variation(of: right).reversed)
    case .portRange(let left, let right):
      return variation(of: left).reversed.joined(variation(of: right))
    case .membership(let element, let collection):
      return variation(of: element) == .constant ? variation(of: collection) : .open
    case .compare(let comparison, let left, let right):
      return compared(comparison, variation(of: left), variation(of: right))
    case .arithmetic(let operation, let left, let right):
      return calculated(id, operation, left, right)
    case .setOperation(let operation, let left, let right):
      let second = variation(of: right)
      return variation(of: left).joined(operation == .difference ? second.reversed : second)
    case .quantifier(let quantifier, let iteration, let body):
      return quantified(quantifier, iteration, body)
    case .count(let iteration): return members(iteration)
    case .comprehension(let iteration, let body, _):
      let elements = members(iteration)
      return variation(of: body) == .constant ? elements : .open
    case .conditional(let condition, let consequence, let alternative):
      guard variation(of: condition) == .constant else { return .open }
      return variation(of: consequence).joined(variation(of: alternative))
    case .match(let subject, let arms):
      guard variation(of: subject) == .constant else { return .open }
      return arms.map { variation(of: $0.value) }.joined
    case .widen(let operand, let type):
      let moved = variation(of: operand)
      return program.schema.types[type] == .json ? moved.unordered : moved
    case .call(let function, let arguments): return called(function, arguments)
    case .builtin(let builtin, let arguments): return built(builtin, arguments)
    case .attribute, .field, .member, .element, .lookup, .matches, .isPresent, .exactly, .fold,
      .mapComprehension, .groups, .closure, .list, .set, .map, .structure, .text, .decode:
      return unordered(id)
    }
  }

  /// Returns the variation of a term that keeps no order of its operands.
  private mutating func unordered(_ id: TermID) -> Variation {
    switch program[id] {
    case .exactly(_, let iteration, _), .fold(_, let iteration, _),
      .mapComprehension(let iteration, _, _), .groups(let iteration, _, _):
      bind(iteration)
    default: break
    }
    return program[id].operands.map { variation(of: $0) }.joined.unordered
  }

  private func compared(
    _ comparison: Comparison, _ left: Variation, _ right: Variation
  ) -> Variation {
    switch comparison {
    case .equal, .notEqual: left.joined(right).unordered
    case .less, .lessOrEqual: left.reversed.joined(right)
    case .greater, .greaterOrEqual: left.joined(right.reversed)
    }
  }

  private mutating func calculated(
    _ id: TermID, _ operation: Arithmetic, _ left: TermID, _ right: TermID
  ) -> Variation {
    let (first, second) = (variation(of: left), variation(of: right))
    switch operation {
    case .add:
      let isText = program.schema.types[program.type(of: id)] == .string
      let sum = first.joined(second)
      return isText ? sum.unordered : sum
    case .subtract: return first.joined(second.reversed)
    case .multiply, .divide, .remainder: return first.joined(second).unordered
    }
  }

  /// Says of the variables of the iteration that no element moves.
  private mutating func bind(_ iteration: Iteration) {
    slots[iteration.slot] = .constant
    if let slot = iteration.valueSlot { slots[slot] = .constant }
  }

  private mutating func members(_ iteration: Iteration) -> Variation {
    let collection = variation(of: iteration.collection)
    bind(iteration)
    return collection.joined(iteration.filter.map { variation(of: $0) } ?? .constant)
  }

  private mutating func quantified(
    _ quantifier: LogicalQuantifier, _ iteration: Iteration, _ body: TermID
  ) -> Variation {
    let elements = members(iteration)
    let holds = variation(of: body)
    switch quantifier {
    case .any: return elements.joined(holds)
    case .all: return elements.reversed.joined(holds)
    case .none: return elements.joined(holds).reversed
    }
  }

  private mutating func called(_ function: FunctionID, _ arguments: [TermID]) -> Variation {
    let call = Call(function: function, arguments: arguments.map { variation(of: $0) })
    if let variation = known[call] { return variation }
    // A function sees nothing but its arguments, so that it moves only if one of them does.
    guard call.arguments.joined != .constant else { return .constant }
    let saved = slots
    slots = [:]
    for (slot, variation) in call.arguments.enumerated() { slots[slot] = variation }
    let result = variation(of: program[function].body)
    slots = saved
    known[call] = result
    return result
  }

  private mutating func built(_ builtin: Builtin, _ arguments: [TermID]) -> Variation {
    let moved = arguments.map { variation(of: $0) }.joined
    switch builtin {
    case .count, .distinct, .flatten, .union, .keys: return moved
    case .first, .values, .length, .startsWith, .endsWith, .contains, .lowercased, .uppercased,
      .trimmed, .split, .joined, .toString, .partition, .service, .region, .account, .resource,
      .major, .minor, .patch, .permits, .principals, .gap,
      .isPublic, .grantsFullAdministration, .denies, .allows, .computed, .configured,
      .referenced, .isNew, .shown, .collected, .rawAddress, .rawType, .redacted,
      .undecided:
      return moved.unordered
    }
  }
}
