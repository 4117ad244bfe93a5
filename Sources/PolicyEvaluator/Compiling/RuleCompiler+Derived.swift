internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Terms that are decided once for each distinct value, by the interpreter.
extension RuleCompiler {
  /// The variables of terms of the companion.
  static let leafSlot = 0
  private static let scratchSlot = 2

  /// Returns the term with its operands replaced by what they were compiled to, if few distinct
  /// values decide it.
  mutating func derive(_ id: TermID, _ operands: [Operand]) -> Operand {
    var leaves: [OperationID] = []
    for operand in operands {
      switch operand {
      case .constant: break
      case .vector(let leaf):
        guard builder.plan.shapes[leaf].isDictionary else { return opaque() }
        if !leaves.contains(leaf) { leaves.append(leaf) }
      case .derived(_, let others):
        for leaf in others where !leaves.contains(leaf) { leaves.append(leaf) }
      case .elements, .presence, .opaque: return opaque()
      }
    }
    guard leaves.count <= 2, builder.inner(of: leaves) != nil else { return opaque() }
    let old = program[id].operands
    guard old.count == operands.count else { return opaque() }
    if leaves.isEmpty { return folded(id, operands) }
    var replacements: [TermID] = []
    for (operand, term) in zip(operands, old) {
      guard let replacement = companionTerm(operand, like: term, leaves) else { return opaque() }
      replacements.append(replacement)
    }
    var next = 0
    let term = program[id].mapOperands { _ in
      next += 1
      return replacements[next - 1]
    }
    let derived = builder.demand(term, type: program.type(of: id), like: id)
    return .derived(derived, of: leaves)
  }

  /// Returns the operand as a term over the variables that stand for `leaves`.
  private mutating func companionTerm(
    _ operand: Operand, like id: TermID, _ leaves: [OperationID]
  ) -> TermID? {
    let type = program.type(of: id)
    switch operand {
    case .constant(.value(let value)): return builder.demand(.constant(value), type: type, like: id)
    case .constant(.absent): return builder.demand(.absent, type: type, like: id)
    // A parameter that is not there is unknown.
    case .constant(.unknown): return builder.demand(.parameter(.max), type: type, like: id)
    case .vector(let leaf):
      guard let index = leaves.firstIndex(of: leaf) else { return nil }
      return builder.demand(
        .variable(slot: RuleCompiler.leafSlot + index), type: type, like: id)
    case .derived(let term, let own):
      return renumbered(term, own, leaves)
    case .elements, .presence, .opaque: return nil
    }
  }

  /// Returns the term with the variables of `own` leaves as those of `leaves`.
  private mutating func renumbered(
    _ term: TermID, _ own: [OperationID], _ leaves: [OperationID]
  ) -> TermID? {
    if own.elementsEqual(leaves.prefix(own.count)) { return term }
    if case .variable(let slot) = builder.companion[term] {
      let index = slot - RuleCompiler.leafSlot
      guard own.indices.contains(index), let place = leaves.firstIndex(of: own[index]) else {
        return nil
      }
      return builder.demand(
        .variable(slot: RuleCompiler.leafSlot + place), type: builder.companion.type(of: term),
        like: term)
    }
    var replacements: [TermID] = []
    for operand in builder.companion[term].operands {
      guard let replacement = renumbered(operand, own, leaves) else { return nil }
      replacements.append(replacement)
    }
    var next = 0
    let changed = builder.companion[term].mapOperands { _ in
      next += 1
      return replacements[next - 1]
    }
    return builder.demand(changed, type: builder.companion.type(of: term), like: term)
  }

  /// Returns what a term with constant operands gives.
  private mutating func folded(_ id: TermID, _ operands: [Operand]) -> Operand {
    // A program of its own, because a copy of the whole would be made for each constant.
    var program = Program(schema: schema)
    var replacements: [TermID] = []
    for (operand, term) in zip(operands, self.program[id].operands) {
      guard case .constant(let reading) = operand else { return opaque() }
      let constant: Term =
        switch reading {
        case .value(let value): .constant(value)
        case .absent: .absent
        case .unknown: .parameter(.max)
        }
      replacements.append(
        program.insert(
          constant, type: self.program.type(of: term), at: self.program.range(of: term)))
    }
    var next = 0
    let term = self.program[id].mapOperands { _ in
      next += 1
      return replacements[next - 1]
    }
    let root = program.insert(
      term, type: self.program.type(of: id), at: self.program.range(of: id))
    let evaluation = Evaluation(
      program: program, graph: graph, now: self.evaluation.now, limits: self.evaluation.limits)
    let (reading, steps) = TermReader(evaluation).read(root, slots: [])
    if steps > RuleCompiler.tableSteps { return opaque() }
    if case .value(.json) = reading { return opaque() }
    return .constant(reading)
  }

  /// Returns the chain of a leaf and a term over it.
  mutating func derivedChain(
    _ id: TermID, _ base: OperationID, _ body: TermID, of leaves: [OperationID]
  ) -> Operand {
    guard leaves == [base], builder.plan.shapes[base].isDictionary else { return opaque() }
    let leaf = builder.demand(
      .variable(slot: RuleCompiler.leafSlot), type: program.type(of: id), like: id)
    let term = builder.demand(
      .chain(base: leaf, slot: RuleCompiler.scratchSlot, body: body), type: program.type(of: id),
      like: id)
    return .derived(term, of: leaves)
  }

  /// Returns the vector of what the term gives for the leaves; `nil` if there are no vectors of its
  /// type.
  mutating func table(_ term: TermID, of leaves: [OperationID]) -> OperationID? {
    guard let shape = tableShape(builder.companion.type(of: term)) else { return nil }
    costs[nest, default: 0] += RuleCompiler.tableSteps
    if leaves.count == 1 {
      return builder.demand(.table(leaves[0], term), shape, in: builder.plan.homes[leaves[0]])
    }
    guard leaves.count == 2, let home = builder.inner(of: leaves) else { return nil }
    let (one, other) = (builder.lift(leaves[0], to: home), builder.lift(leaves[1], to: home))
    return builder.demand(.pairTable(one, other, term), shape, in: home)
  }

  private func tableShape(_ type: TypeID) -> Shape? {
    switch schema.types[schema.types.unwrapped(type)] {
    case .bool: schema.types.isOptional(type) ? .bits : .truth
    case .int: .words(.int)
    case .duration: .words(.duration)
    case .timestamp: .words(.timestamp)
    case .bytes: .words(.bytes)
    case .float: .words(.float)
    case .enumeration(let id): schema[id].cases.count <= 256 ? .cases(id) : nil
    case .cidrSet, .portSet: .values
    case .error, .string, .cidr, .arn, .regex, .policyDocument, .filterPattern, .version,
      .ipAddress, .glob, .json, .structure, .resource, .list, .set, .map, .optional:
      nil
    }
  }
}
