internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Comparisons, membership and arithmetic.
extension RuleCompiler {
  mutating func compare(
    _ id: TermID, _ comparison: Comparison, _ left: TermID, _ right: TermID
  ) -> Operand {
    if isCount(left) || isCount(right) {
      guard let one = bounds(left), let other = bounds(right) else { return opaque() }
      return demand(one, other, .truth) { .compareBounds(comparison, $0, $1) }
    }
    let (first, second) = (compile(left), compile(right))
    if case .opaque = first { return opaque() }
    if case .opaque = second { return opaque() }
    if case (.constant, .constant) = (first, second) { return derive(id, [first, second]) }
    switch comparison {
    case .equal: return Operand(equality(id, first, second, like: left))
    case .notEqual: return Operand(negated(equality(id, first, second, like: left)))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let (one, other, home) = aligned(first, second, shape(for: plainType(of: left))),
        case .words = builder.plan.shapes[one],
        builder.plan.shapes[one] == builder.plan.shapes[other]
      else { return derive(id, [first, second]) }
      return .vector(builder.demand(.compare(comparison, one, other), .truth, in: home))
    }
  }

  /// Returns whether two operands are equal; `id` is the comparison, of either kind.
  mutating func equality(
    _ id: TermID, _ first: Operand, _ second: Operand, like left: TermID
  ) -> TruthOperand {
    let isNative: Bool
    switch plainType(of: left) {
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .arn, .regex,
      .filterPattern, .enumeration, .resource:
      isNative = true
    // Two policies in the pool may be written differently and be equal.
    case .error, .cidrSet, .portSet, .policyDocument, .version, .ipAddress, .glob, .json,
      .structure, .list, .set, .map, .optional:
      isNative = false
    }
    if isNative, isDirect(first), isDirect(second),
      let (one, other, home) = aligned(
        first, second, shape(for: plainType(of: left)), isForEquality: true),
      isComparable(builder.plan.shapes[one], builder.plan.shapes[other])
    {
      return .vector(builder.demand(.equal(one, other), .truth, in: home))
    }
    let derived = truth(of: derive(id, [first, second]))
    // The term that is asked is `!=` itself where that is what is written.
    if case .compare(.notEqual, _, _) = program[id] { return negated(derived) }
    return derived
  }

  /// Returns whether the operand is a vector or constant, or can be a vector of numbers.
  private func isDirect(_ operand: Operand) -> Bool {
    switch operand {
    case .constant, .vector: true
    case .derived, .elements, .presence, .opaque: false
    }
  }

  private func isComparable(_ one: Shape, _ other: Shape) -> Bool {
    let truths: Set<Shape> = [.truth, .bits]
    return one == other || truths.contains(one) && truths.contains(other)
  }

  /// Compiles whether an element is in a collection.
  mutating func membership(_ id: TermID, _ element: TermID, _ collection: TermID) -> Operand {
    let (first, second) = (compile(element), compile(collection))
    switch (first, second) {
    case (.vector(let vector), .constant(.value(let value))):
      if case .words = builder.plan.shapes[vector],
        builder.plan.shapes[vector] != .words(.float),
        let words = words(in: value, shape: builder.plan.shapes[vector])
      {
        return demand(.isAmong(vector, words), .truth, like: vector)
      }
      return derive(id, [first, second])
    case (_, .vector(let vector)):
      switch builder.plan.shapes[vector] {
      case .runs, .groups: return membership(id, first, in: vector, element)
      case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .pairs, .structure,
        .bounds:
        return derive(id, [first, second])
      }
    default: return derive(id, [first, second])
    }
  }

  /// Returns the elements of the collection as words, if all of it is known.
  private func words(in value: Value, shape: Shape) -> [Int64]? {
    let collection: Collection
    switch value {
    case .list(let list): collection = list
    case .set(let set): collection = set
    default: return nil
    }
    guard collection.missing.isEmpty, collection.elements.count <= 64,
      !collection.elements.isEmpty
    else { return nil }
    var words: [Int64] = []
    for element in collection.elements {
      guard case .value(let value) = element.reading,
        let word = ConstantWords.word(of: value, as: shape, in: graph.pools)
      else { return nil }
      words.append(word)
    }
    return words
  }

  /// Compiles membership in a collection of the graph as `any member: member == element`.
  private mutating func membership(
    _ id: TermID, _ element: Operand, in collection: OperationID, _ term: TermID
  ) -> Operand {
    switch element {
    case .constant(.absent): return .constant(.value(.bool(false)))
    case .constant, .vector: break
    case .derived, .elements, .presence, .opaque: return opaque()
    }
    var homes = [collection]
    if case .vector(let id) = element { homes.append(id) }
    guard let parent = builder.inner(of: homes) else { return opaque() }
    let frame = builder.frame(of: collection, in: parent)
    let member = self.member(of: frame)
    guard isDirect(member), isNativeElement(member),
      let (one, other, _) = aligned(
        member, element, shape(for: plainType(of: term)), isForEquality: true),
      isComparable(builder.plan.shapes[one], builder.plan.shapes[other])
    else { return opaque() }
    let (first, second) = (builder.lift(one, to: frame), builder.lift(other, to: frame))
    let hit = builder.demand(.same(first, second), .truth, in: frame)
    costs[nest + [frame], default: 0] += 2
    let found = builder.demand(.any(frame, filter: nil, hit: hit), .truth, in: parent)
    // What is absent is in nothing, also where a member is absent.
    guard case .vector(let id) = element, builder.plan.shapes[id] != .truth else {
      return .vector(found)
    }
    let lifted = builder.lift(id, to: parent)
    let absent = builder.demand(.isAbsent(lifted), .truth, in: parent)
    return Operand(and(negated(.vector(absent)), .vector(found)))
  }

  private func isNativeElement(_ operand: Operand) -> Bool {
    guard case .vector(let id) = operand else { return false }
    switch builder.plan.shapes[id] {
    case .bits, .words, .cases, .texts, .arns, .edges: return true
    case .truth, .values, .runs, .pairs, .groups, .structure, .bounds: return false
    }
  }

  /// Returns the result of an operation on two numbers of the types; `nil` if they are not vectors of
  /// numbers.
  mutating func calculate(
    _ id: TermID, _ operation: Arithmetic, _ first: Operand, _ second: Operand,
    ofTypes left: ValueType, _ right: ValueType
  ) -> Operand? {
    if case (.constant, .constant) = (first, second) { return nil }
    let calculation: Calculation
    switch (left, right) {
    case (.float, .float): calculation = .floats(operation)
    case (.int, .int): calculation = .integers(operation)
    case (.duration, .duration), (.bytes, .bytes):
      guard operation == .add || operation == .subtract else { return opaque() }
      calculation = .integers(operation)
    case (.int, .duration), (.duration, .int), (.int, .bytes), (.bytes, .int):
      guard operation == .multiply else { return opaque() }
      calculation = .integers(operation)
    case (.timestamp, .timestamp):
      guard operation == .subtract else { return opaque() }
      calculation = .integers(operation)
    case (.timestamp, .duration), (.duration, .timestamp):
      guard operation == .add || operation == .subtract && left == .timestamp else {
        return opaque()
      }
      calculation = .instant(operation)
    default: return nil
    }
    guard let one = vector(first, shape(for: left)), let other = vector(second, shape(for: right)),
      case .words = builder.plan.shapes[one], case .words = builder.plan.shapes[other],
      let shape = shape(for: plainType(of: id))
    else { return opaque() }
    return demand(one, other, shape) { .arithmetic(calculation, $0, $1) }
  }
}
