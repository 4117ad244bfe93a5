internal import PolicyIR
internal import ResourceModel

/// Sets of addresses and of ports that are put together.
extension RuleCompiler {
  /// Compiles the union of a list of sets.
  mutating func union(_ id: TermID, _ arguments: [TermID]) -> Operand {
    guard let argument = arguments.first, let kind = kind(ofSetsIn: argument) else {
      return opaque()
    }
    if case .list(let elements) = program[argument] {
      // The list takes a step, and so does each of its elements.
      costs[nest, default: 0] += 1 + elements.count
      return unite(elements.map { compile($0) }, kind)
    }
    switch compile(argument) {
    case .elements(let frame, let filter, let body, isSet: false):
      return union(of: frame, filter: filter, body, kind, isWhole: false)
    case .vector(let collection):
      guard case .runs = builder.plan.shapes[collection] else { return opaque() }
      let frame = builder.frame(of: collection, in: builder.plan.homes[collection])
      return union(of: frame, filter: nil, member(of: frame), kind, isWhole: true)
    case .constant, .derived, .elements, .presence, .opaque: return opaque()
    }
  }

  private mutating func union(
    of frame: FrameID, filter: OperationID?, _ body: Operand, _ kind: SetKind, isWhole: Bool
  ) -> Operand {
    guard let sets = setVector(body) else { return opaque() }
    // Each element takes a step.
    costs[nest + [frame], default: 0] += 1
    return .vector(
      builder.demand(
        .union(
          frame, filter: filter, body: builder.lift(sets, to: frame), kind, isWhole: isWhole),
        .values, in: builder.plan.frames[frame].parent))
  }

  private mutating func unite(_ operands: [Operand], _ kind: SetKind) -> Operand {
    var sets: [OperationID] = []
    for operand in operands {
      guard let vector = setVector(operand) else { return opaque() }
      sets.append(vector)
    }
    guard let home = builder.inner(of: sets) else { return opaque() }
    let lifted = sets.map { builder.lift($0, to: home) }
    return .vector(builder.demand(.unite(lifted, kind), .values, in: home))
  }

  /// Returns the operand, which is a set, as a vector.
  private mutating func setVector(_ operand: Operand) -> OperationID? {
    if case .constant(let reading) = operand {
      return builder.demand(.constant(reading), .values, in: 0)
    }
    guard let id = vector(operand, .values), builder.plan.shapes[id] == .values else { return nil }
    return id
  }

  /// Returns what the sets in the list are made of; `nil` if it has none of addresses or ports.
  private func kind(ofSetsIn list: TermID) -> SetKind? {
    guard case .list(let element) = plainType(of: list) else { return nil }
    switch schema.types[schema.types.unwrapped(element)] {
    case .cidrSet: return .addresses
    case .portSet: return .ports
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .enumeration,
      .structure, .resource, .list, .set, .map, .optional:
      return nil
    }
  }
}
