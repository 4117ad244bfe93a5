internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Operands as vectors.
extension RuleCompiler {
  /// Returns the shape of vectors of the type; `nil` of what has none of its own.
  func shape(for type: ValueType) -> Shape? {
    switch type {
    case .bool: .bits
    case .int: .words(.int)
    case .duration: .words(.duration)
    case .timestamp: .words(.timestamp)
    case .bytes: .words(.bytes)
    case .float: .words(.float)
    case .enumeration(let id): schema[id].cases.count <= 256 ? .cases(id) : nil
    case .string: .texts
    case .arn: .arns
    case .cidr, .cidrSet, .portSet, .regex, .policyDocument, .filterPattern, .version, .ipAddress,
      .glob:
      .values
    case .resource(let id): .edges(id)
    case .error, .json, .structure, .list, .set, .map, .optional: nil
    }
  }

  /// Returns the operand as a vector, a constant as one of the shape `wanted`; `nil` if there is no
  /// such vector.
  ///
  /// A constant that is not in the pool can only be compared, as `isForEquality` says.
  mutating func vector(
    _ operand: Operand, _ wanted: Shape?, isForEquality: Bool = false
  ) -> OperationID? {
    switch operand {
    case .vector(let id): return id
    case .derived(let term, let leaves): return table(term, of: leaves)
    case .constant(let reading):
      guard var wanted, isForEquality || word(of: reading, as: wanted) != nil else { return nil }
      // A truth is never absent.
      if wanted == .truth, reading == .absent { wanted = .bits }
      return builder.demand(.constant(reading), wanted, in: 0)
    case .elements, .presence, .opaque: return nil
    }
  }

  /// Returns the word that a vector of the shape holds for the constant; `nil` if it cannot hold it
  /// as it is written.
  func word(of reading: Reading, as shape: Shape) -> Int64? {
    guard case .value(let value) = reading else { return 0 }
    guard let word = ConstantWords.word(of: value, as: shape, in: graph.pools) else { return nil }
    switch (shape, value) {
    case (.values, .regex), (.values, .policyDocument), (.values, .filterPattern): return nil
    default: return word
    }
  }

  /// Returns both operands as vectors of one shape in one frame.
  mutating func aligned(
    _ left: Operand, _ right: Operand, _ wanted: Shape?, isForEquality: Bool = false
  ) -> (OperationID, OperationID, FrameID)? {
    guard let first = vector(left, shapeLike(right) ?? wanted, isForEquality: isForEquality),
      let second = vector(right, shapeLike(left) ?? wanted, isForEquality: isForEquality)
    else { return nil }
    guard let home = builder.inner(of: [first, second]) else { return nil }
    let (one, other) = (builder.lift(first, to: home), builder.lift(second, to: home))
    return (one, other, home)
  }

  private func shapeLike(_ operand: Operand) -> Shape? {
    guard case .vector(let id) = operand else { return nil }
    return builder.plan.shapes[id]
  }

  /// Returns a combination of two vectors.
  mutating func demand(
    _ one: OperationID, _ other: OperationID, _ shape: Shape,
    _ operation: (OperationID, OperationID) -> Operation
  ) -> Operand {
    guard let home = builder.inner(of: [one, other]) else { return opaque() }
    let (first, second) = (builder.lift(one, to: home), builder.lift(other, to: home))
    return .vector(builder.demand(operation(first, second), shape, in: home))
  }

  /// Returns a combination of one vector.
  mutating func demand(_ operation: Operation, _ shape: Shape, like id: OperationID) -> Operand {
    .vector(builder.demand(operation, shape, in: builder.plan.homes[id]))
  }
}
