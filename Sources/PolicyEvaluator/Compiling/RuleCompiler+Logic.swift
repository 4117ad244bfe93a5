internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Kleene's logic, and the choice between values.
extension RuleCompiler {
  mutating func compileLogic(_ id: TermID) -> Operand {
    switch program[id] {
    case .not(let inner): return Operand(negated(truth(inner)))
    case .and(let left, let right):
      let first = truth(left)
      if case .constant(0) = first { return Operand(first) }
      return Operand(and(first, truth(right)))
    case .or(let left, let right):
      let first = truth(left)
      if case .constant(2) = first { return Operand(first) }
      return Operand(or(first, truth(right)))
    case .implies(let left, let right):
      let premise = negated(truth(left))
      if case .constant(2) = premise { return Operand(premise) }
      return Operand(or(premise, truth(right)))
    case .isPresent(let inner):
      let operand = compile(inner)
      switch operand {
      case .constant(.value), .elements, .presence: return .constant(.value(.bool(true)))
      case .constant(.absent): return .constant(.value(.bool(false)))
      case .constant(.unknown): return .unknown
      case .vector(let vector): return demand(.present(vector), .truth, like: vector)
      case .derived: return derive(id, [operand])
      case .opaque: return opaque()
      }
    default: return opaque()
    }
  }

  mutating func negated(_ truth: TruthOperand) -> TruthOperand {
    switch truth {
    case .constant(let byte): .constant(2 - byte)
    case .vector(let id): .vector(builder.demand(.not(id), .truth, in: builder.plan.homes[id]))
    }
  }

  mutating func and(_ left: TruthOperand, _ right: TruthOperand) -> TruthOperand {
    combine(left, right, decidedBy: 0, neutral: 2) { .and($0, $1) }
  }

  mutating func or(_ left: TruthOperand, _ right: TruthOperand) -> TruthOperand {
    combine(left, right, decidedBy: 2, neutral: 0) { .or($0, $1) }
  }

  private mutating func combine(
    _ left: TruthOperand, _ right: TruthOperand, decidedBy decisive: UInt8, neutral: UInt8,
    _ operation: (OperationID, OperationID) -> Operation
  ) -> TruthOperand {
    switch (left, right) {
    case (.constant(let one), .constant(let other)):
      return .constant(decisive == 0 ? min(one, other) : max(one, other))
    case (.constant(decisive), _), (_, .constant(decisive)): return .constant(decisive)
    case (.constant(neutral), _): return right
    case (_, .constant(neutral)): return left
    case (.constant, .vector(let id)), (.vector(let id), .constant):
      let open = builder.demand(
        .constant(.unknown(Cause(.undecidable))), .truth, in: builder.plan.homes[id])
      return combine(.vector(id), .vector(open), decidedBy: decisive, neutral: neutral, operation)
    case (.vector(let one), .vector(let other)):
      guard case .vector(let id) = demand(one, other, .truth, operation) else {
        isExact = false
        return .constant(1)
      }
      return .vector(id)
    }
  }

  /// Compiles `if`, whose branches are looked at only where they may be taken.
  mutating func conditional(
    _ id: TermID, _ condition: TruthOperand, _ consequence: TermID, _ alternative: TermID
  ) -> Operand {
    switch condition {
    case .constant(2): return compile(consequence)
    case .constant(0): return compile(alternative)
    case .constant, .vector: break
    }
    let (first, second) = (compile(consequence), compile(alternative))
    return choice(id, condition, first, second)
  }

  /// Returns the first operand where the condition is true, the second where it is false, and
  /// otherwise what both agree on.
  mutating func choice(
    _ id: TermID, _ condition: TruthOperand, _ first: Operand, _ second: Operand
  ) -> Operand {
    let test: OperationID
    switch condition {
    case .constant(2): return first
    case .constant(0): return second
    case .constant:
      test = builder.demand(.constant(.unknown(Cause(.undecidable))), .truth, in: 0)
    case .vector(let id): test = id
    }
    if plainType(of: id) == .bool, !schema.types.isOptional(program.type(of: id)) {
      // What may be absent all the same is unknown here, and for the interpreter to say.
      if mayBeAbsent(first) || mayBeAbsent(second) { isExact = false }
      let (one, other) = (truthVector(first), truthVector(second))
      return choice(test, one, other, .truth)
    }
    guard let (one, other, _) = aligned(first, second, shape(for: plainType(of: id))) else {
      return opaque()
    }
    var shape = builder.plan.shapes[one]
    guard shape == builder.plan.shapes[other] else { return opaque() }
    switch shape {
    case .truth: shape = .truth
    case .runs, .pairs, .groups, .structure:
      // Whether collections agree is for the interpreter to say.
      (isExact, choosesCollections) = (false, true)
    case .values:
      // So is whether sets agree of which parts are not known.
      isExact = false
    case .bits, .words, .cases, .texts, .arns, .edges, .bounds: break
    }
    return choice(test, one, other, shape)
  }

  private mutating func choice(
    _ test: OperationID, _ one: OperationID, _ other: OperationID, _ shape: Shape
  ) -> Operand {
    guard let home = builder.inner(of: [test, one, other]) else { return opaque() }
    let operands = [test, one, other].map { builder.lift($0, to: home) }
    return .vector(
      builder.demand(.choice(operands[0], operands[1], operands[2]), shape, in: home))
  }

  private func mayBeAbsent(_ operand: Operand) -> Bool {
    switch operand {
    case .constant(let reading): reading == .absent
    case .vector(let id): builder.plan.shapes[id] == .bits
    case .derived, .elements, .presence, .opaque: false
    }
  }

  /// Returns the operand as a vector of truths.
  mutating func truthVector(_ operand: Operand) -> OperationID {
    switch truth(of: operand) {
    case .vector(let id): return id
    case .constant(let byte):
      let reading: Reading = byte == 1 ? .unknown(Cause(.undecidable)) : .value(.bool(byte == 2))
      return builder.demand(.constant(reading), .truth, in: 0)
    }
  }

  /// Compiles `match` as nested choices, the last of which needs no test.
  mutating func match(_ id: TermID, _ subject: TermID, _ arms: [Arm]) -> Operand {
    let operand = compile(subject)
    switch operand {
    case .constant(.value(.enumeration(_, let index))):
      guard let arm = arms.first(where: { $0.cases.contains(index) }) else { return .unknown }
      return compile(arm.value)
    case .vector(let vector):
      guard case .cases(let enumeration) = builder.plan.shapes[vector],
        Set(arms.flatMap(\.cases)).count == schema[enumeration].cases.count, let last = arms.last
      else { return opaque() }
      var result = compile(last.value)
      for arm in arms.dropLast().reversed() {
        let test = demand(.isCase(vector, arm.cases), .truth, like: vector)
        let value = compile(arm.value)
        result = choice(id, truth(of: test), value, result)
      }
      return result
    case .constant, .derived, .elements, .presence, .opaque: return opaque()
    }
  }
}
