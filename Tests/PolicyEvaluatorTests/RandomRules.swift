import DomainValues
import PolicyIR
import ResourceModel
import SourceText

/// Random well-typed rules over a `RandomWorld`.
struct RandomRules {
  var world: RandomWorld
  /// The variables that can be read.
  private var scope: [(slot: Int, type: ValueType)] = []
  private var slot = 10
  private var functions: [(id: FunctionID, parameters: [ValueType], result: ValueType)] = []

  static let slotCount = 400

  init(_ world: RandomWorld) { self.world = world }

  mutating func term(_ term: Term, _ type: ValueType) -> TermID {
    let id = world.type(type)
    return world.program.insert(term, type: id, at: RandomWorld.nowhere)
  }

  mutating func constant(_ value: Value, _ type: ValueType) -> TermID {
    term(.constant(value), type)
  }

  /// Adds a rule over `population`.
  mutating func rule(_ population: ResourceTypeID, depth: Int) throws -> RuleID {
    scope = [(0, .resource(population))]
    slot = 10
    var steps: [Rule.Step] = []
    for _ in 0...world.below(3) {
      switch world.below(4) {
      case 0: steps.append(.filter(try bool(depth - 1)))
      case 1:
        let type = try anyType()
        let value = try expression(type, depth - 1)
        slot += 1
        steps.append(.constant(slot: slot, value))
        scope.append((slot, type))
      default: steps.append(.requirement(try bool(depth), message: nil))
      }
    }
    world.program.rules.append(
      Rule(
        name: "r\(world.program.rules.count)", pack: "test", parameters: [],
        population: population, subjectSlot: 0, steps: steps, slotCount: RandomRules.slotCount,
        severity: .low, remediation: "", onEmpty: nil, documentation: "",
        range: RandomWorld.nowhere))
    return RuleID(index: world.program.rules.count - 1)
  }

  /// Adds a function that rules may call.
  mutating func function() throws {
    let parameters: [ValueType] = [.int, .resource(RandomWorld.node)]
    scope = parameters.enumerated().map { ($0.offset, $0.element) }
    slot = 10
    let body = try bool(2)
    world.program.functions.append(
      Function(
        name: "f", pack: "test",
        parameters: parameters.map {
          Parameter(
            name: "p", type: world.type($0), defaultValue: nil, bounds: nil,
            range: RandomWorld.nowhere)
        }, result: world.type(.bool), body: body, slotCount: RandomRules.slotCount,
        documentation: "", range: RandomWorld.nowhere))
    functions.append(
      (FunctionID(index: world.program.functions.count - 1), parameters, .bool))
  }

  /// Returns the statements of a rule, as the program writes them.
  func text(of rule: RuleID) -> String {
    let text = ProgramText(world.program)
    return world.program[rule].steps.map { step in
      switch step {
      case .filter(let term): "where \(text.text(of: term))"
      case .constant(let slot, let term): "let $\(slot) \(text.text(of: term))"
      case .requirement(let term, _): "require \(text.text(of: term))"
      }
    }.joined(separator: "\n")
  }

  private mutating func anyType() throws -> ValueType {
    world.pick([
      .bool, .int, .string, .float, .duration, .timestamp, .cidr, .cidrSet, .portSet,
      .enumeration(RandomWorld.kind), .resource(RandomWorld.node), world.list(of: .int),
      world.list(of: .structure(RandomWorld.part)), world.list(of: .resource(RandomWorld.item)),
    ])
  }

  /// Returns something of the type.
  mutating func expression(_ type: ValueType, _ depth: Int) throws -> TermID {
    if depth > 0 {
      switch world.below(12) {
      case 0:
        let (test, one) = (try bool(depth - 1), try expression(type, depth - 1))
        return term(.conditional(test, then: one, else: try expression(type, depth - 1)), type)
      case 1:
        let subject = try expression(.enumeration(RandomWorld.kind), depth - 1)
        let arms = try [[0], [1, 2]].map { cases in
          Arm(cases: cases, value: try expression(type, depth - 1))
        }
        return term(.match(subject, arms: arms), type)
      case 2, 3:
        let left = try perhaps(type, depth - 1)
        return term(.coalesce(left, try expression(type, depth - 1)), type)
      default: break
      }
    }
    if world.extent == .sets, depth > 0, [.cidrSet, .portSet].contains(type), world.below(2) == 0 {
      return try madeSet(type, depth)
    }
    switch type {
    case .bool: return try bool(depth)
    case .int: return try int(depth)
    case .string: return try string(depth)
    case .float, .duration, .timestamp, .bytes: return try quantity(type, depth)
    case .resource(RandomWorld.node): return try node(depth)
    // A parameter that is not there is unknown.
    case .resource: return try read(type, depth) ?? term(.parameter(99), type)
    case .list: return try list(type, depth)
    case .cidrSet where world.below(3) == 0:
      return term(.widen(try expression(.cidr, depth - 1), to: world.type(.cidrSet)), type)
    default: return try read(type, depth) ?? constant(try world.value(type, nodes: 1), type)
    }
  }

  /// Returns something of the type that may be absent.
  mutating func perhaps(_ type: ValueType, _ depth: Int) throws -> TermID {
    let wanted = world.optional(type)
    switch world.below(5) {
    case 0: return term(.absent, wanted)
    case 1, 2:
      if let found = try read(wanted, depth) { return found }
      fallthrough
    case 3:
      let maybe = world.optional(.resource(RandomWorld.item))
      guard let base = try read(maybe, 0) else { return term(.absent, wanted) }
      slot += 1
      scope.append((slot, .resource(RandomWorld.item)))
      let body = try expression(type, depth - 1)
      scope.removeLast()
      let own = slot
      return term(.chain(base: base, slot: own, body: body), wanted)
    default:
      guard type == .string, let map = try read(stringMap(), 0) else {
        return term(.absent, wanted)
      }
      let key = constant(.string(world.pick(["env", "owner", "zz"])), .string)
      return term(.lookup(in: map, key: key), wanted)
    }
  }

  private mutating func stringMap() -> ValueType {
    let string = world.type(.string)
    return .map(key: string, value: string)
  }

  /// Returns a variable or attribute of the type, if there is one.
  mutating func read(_ type: ValueType, _ depth: Int) throws -> TermID? {
    let id = world.type(type)
    let plain = world.program.schema.types.unwrapped(id)
    var choices: [TermID] = scope.filter { $0.type == type }.map {
      term(.variable(slot: $0.slot), $0.type)
    }
    for (slot, owner) in scope {
      let variable: (inout RandomRules) -> TermID = { $0.term(.variable(slot: slot), owner) }
      let attributes: [Attribute]
      switch owner {
      case .resource(let resource): attributes = world.program.schema[resource].attributes
      case .structure(let structure): attributes = world.program.schema[structure].attributes
      default: continue
      }
      for (index, attribute) in attributes.enumerated() {
        // Reads of what may be absent as if it were not are no worse than any other.
        let isNear =
          world.program.schema.types.unwrapped(attribute.type) == plain && world.below(12) == 0
        guard attribute.type == id || isNear else { continue }
        let base = variable(&self)
        if case .resource = owner {
          choices.append(term(.attribute(of: base, index: index), type))
        } else {
          choices.append(term(.field(of: base, index: index), type))
        }
      }
    }
    if depth > 0, world.below(4) == 0 {
      let base = try node(depth - 1)
      for (index, attribute) in world.program.schema[RandomWorld.node].attributes.enumerated()
      where attribute.type == id {
        choices.append(term(.attribute(of: base, index: index), type))
      }
    }
    return choices.isEmpty ? nil : world.pick(choices)
  }

  mutating func node(_ depth: Int) throws -> TermID {
    let found = try read(.resource(RandomWorld.node), 0)
    let base = found ?? term(.parameter(99), .resource(RandomWorld.node))
    guard depth > 0, world.below(3) == 0 else { return base }
    return term(.attribute(of: base, index: 20), .resource(RandomWorld.node))
  }

  private mutating func int(_ depth: Int) throws -> TermID {
    guard depth > 0 else {
      return try read(.int, 0) ?? constant(try world.value(.int), .int)
    }
    switch world.below(9) {
    case 0: return constant(try world.value(.int), .int)
    case 1:
      let operation = world.pick(Arithmetic.allCases)
      let left = try expression(.int, depth - 1)
      return term(.arithmetic(operation, left, try expression(.int, depth - 1)), .int)
    case 2:
      // A set of ports is no list, and has a number of members all the same.
      let counted =
        world.below(4) == 0
        ? try expression(.portSet, depth - 1) : try collection(depth - 1).term
      return term(.builtin(.count, [counted]), .int)
    case 3: return term(.count(try iteration(depth) { _ in () }.iteration), .int)
    case 4:
      var body = TermID(index: 0)
      let iteration = try iteration(depth) { body = try $0.expression(.int, depth - 1) }.iteration
      return term(.fold(.sum, iteration, body: body), .int)
    case 5: return term(.negate(try expression(.int, depth - 1)), .int)
    case 6: return term(.builtin(.length, [try expression(.string, depth - 1)]), .int)
    default: return try read(.int, depth) ?? constant(try world.value(.int), .int)
    }
  }

  private mutating func string(_ depth: Int) throws -> TermID {
    guard depth > 0 else {
      return try read(.string, 0) ?? constant(try world.value(.string), .string)
    }
    switch world.below(7) {
    case 0: return constant(try world.value(.string), .string)
    case 1: return term(.builtin(.lowercased, [try expression(.string, depth - 1)]), .string)
    case 2:
      let left = try expression(.string, depth - 1)
      return term(.arithmetic(.add, left, try expression(.string, depth - 1)), .string)
    case 3:
      let arn = try read(world.optional(.arn), 1) ?? constant(try world.value(.arn), .arn)
      return term(.builtin(.account, [arn]), .string)
    default: return try read(.string, depth) ?? constant(try world.value(.string), .string)
    }
  }

  private mutating func quantity(_ type: ValueType, _ depth: Int) throws -> TermID {
    guard depth > 0, world.below(2) == 0 else {
      if type == .timestamp, world.below(4) == 0 { return term(.now, type) }
      return try read(type, depth) ?? constant(try world.value(type), type)
    }
    switch type {
    case .duration where world.below(3) == 0:
      let left = try expression(.timestamp, depth - 1)
      return term(.arithmetic(.subtract, left, try expression(.timestamp, depth - 1)), type)
    case .duration where world.below(3) == 0:
      let left = try expression(.int, depth - 1)
      return term(.arithmetic(.multiply, left, try expression(.duration, depth - 1)), type)
    case .timestamp:
      let left = try expression(.timestamp, depth - 1)
      let operation = world.pick([Arithmetic.add, .subtract])
      return term(.arithmetic(operation, left, try expression(.duration, depth - 1)), type)
    case .float:
      let left = try expression(type, depth - 1)
      return term(
        .arithmetic(world.pick(Arithmetic.allCases), left, try expression(type, depth - 1)), type)
    default:
      let left = try expression(type, depth - 1)
      let operation = world.pick([Arithmetic.add, .subtract])
      return term(.arithmetic(operation, left, try expression(type, depth - 1)), type)
    }
  }

  private mutating func list(_ type: ValueType, _ depth: Int) throws -> TermID {
    guard case .list(let element) = type else { return constant(try world.value(type), type) }
    if depth > 0, world.below(3) == 0 {
      var body = TermID(index: 0)
      let wanted = world.plain(element)
      let iteration = try iteration(depth) { rules in
        body = try rules.expression(wanted, depth - 1)
      }.iteration
      return term(.comprehension(iteration, body: body, isSet: false), type)
    }
    if let found = try read(type, depth) { return found }
    return constant(.list(Collection([])), type)
  }

  /// Returns a collection of some type.
  private mutating func collection(_ depth: Int) throws -> (term: TermID, element: ValueType) {
    let element = world.pick([
      ValueType.int, .structure(RandomWorld.part), .resource(RandomWorld.item), .string,
      .resource(RandomWorld.node),
    ])
    switch world.below(8) {
    case 0:
      let set = ValueType.set(world.type(.string))
      if let found = try read(set, depth) { return (found, .string) }
    case 1:
      if let found = try read(stringMap(), depth) { return (found, .string) }
    case 2:
      let elements = try (0..<world.below(4)).map { _ in Cell(.value(try world.value(.int))) }
      return (constant(.list(Collection(elements)), world.list(of: .int)), .int)
    default: break
    }
    return (try expression(world.list(of: element), depth), element)
  }

  /// Returns an iteration, within which `body` is asked to add terms.
  mutating func iteration(
    _ depth: Int, _ body: (inout RandomRules) throws -> Void
  ) throws -> (iteration: Iteration, element: ValueType) {
    let (collection, element) = try collection(depth - 1)
    return try iteration(over: collection, element, depth, body)
  }

  /// Returns an iteration over the collection, within which `body` is asked to add terms.
  mutating func iteration(
    over collection: TermID, _ element: ValueType, _ depth: Int,
    _ body: (inout RandomRules) throws -> Void
  ) throws -> (iteration: Iteration, element: ValueType) {
    slot = min(slot + 1, RandomRules.slotCount - 1)
    let own = slot
    scope.append((own, element))
    let filter = world.below(2) == 0 ? try bool(depth - 1) : nil
    try body(&self)
    scope.removeLast()
    return (Iteration(slot: own, collection: collection, filter: filter), element)
  }

  /// Returns a condition.
  mutating func bool(_ depth: Int) throws -> TermID {
    guard depth > 0 else { return try read(.bool, 0) ?? constant(try world.value(.bool), .bool) }
    if world.extent == .paths, world.below(5) == 0 { return try extendedBool(depth) }
    if world.extent == .sets, world.below(3) == 0 { return try setBool(depth) }
    switch world.below(26) {
    case 0: return term(.not(try bool(depth - 1)), .bool)
    case 1, 2:
      let left = try bool(depth - 1)
      return term(.and(left, try bool(depth - 1)), .bool)
    case 3, 4:
      let left = try bool(depth - 1)
      return term(.or(left, try bool(depth - 1)), .bool)
    case 5:
      let left = try bool(depth - 1)
      return term(.implies(left, try bool(depth - 1)), .bool)
    case 6, 7, 8, 9:
      let type = world.pick([ValueType.int, .float, .duration, .timestamp, .bytes, .int])
      let left = try expression(type, depth - 1)
      let right = try expression(type, depth - 1)
      return term(.compare(world.pick(Comparison.allCases), left, right), .bool)
    case 10, 11, 12:
      let type = world.pick([
        ValueType.string, .enumeration(RandomWorld.kind), .cidr, .cidrSet, .portSet, .arn, .bool,
        .resource(RandomWorld.node), .string,
      ])
      let left =
        world.below(4) == 0 ? try perhaps(type, depth - 1) : try expression(type, depth - 1)
      let right = try expression(type, depth - 1)
      return term(.compare(world.pick([.equal, .notEqual]), left, right), .bool)
    case 13: return try membership(depth)
    case 14:
      let pattern = try RegexPattern.parse(world.pick(["^a", "b$", "prod-[0-9]+", "é"]))
      let text = try expression(.string, depth - 1)
      return term(.matches(text, constant(.regex(pattern), .regex)), .bool)
    case 15:
      let type = world.pick([ValueType.cidrSet, .portSet])
      let left = try expression(type, depth - 1)
      let right = try expression(type, depth - 1)
      return term(world.below(2) == 0 ? .covers(left, right) : .meets(left, right), .bool)
    case 16:
      let type = try anyType()
      return term(.isPresent(try perhaps(type, depth - 1)), .bool)
    case 17: return term(.isEmpty(try collection(depth - 1).term), .bool)
    case 18: return term(.isWorld(try expression(world.pick([.cidr, .cidrSet]), depth - 1)), .bool)
    case 19:
      let text = try expression(.string, depth - 1)
      let other = constant(try world.value(.string), .string)
      return term(
        .builtin(world.pick([.startsWith, .endsWith, .contains]), [text, other]), .bool)
    case 20, 21, 22, 23:
      let quantifier = world.pick(LogicalQuantifier.allCases)
      var body = TermID(index: 0)
      let iteration = try iteration(depth) { body = try $0.bool(depth - 1) }.iteration
      if world.below(6) == 0 {
        let number = try expression(.int, 0)
        return term(.exactly(number, iteration, body: body), .bool)
      }
      return term(.quantifier(quantifier, iteration, body: body), .bool)
    case 24 where !functions.isEmpty:
      let function = world.pick(functions)
      let arguments = try function.parameters.map { try expression($0, depth - 1) }
      return term(.call(function.id, arguments), .bool)
    default: return try read(.bool, depth) ?? constant(try world.value(.bool), .bool)
    }
  }

  private mutating func membership(_ depth: Int) throws -> TermID {
    switch world.below(4) {
    case 0:
      let element = try expression(.int, depth - 1)
      return term(.membership(element, in: try expression(.portSet, depth - 1)), .bool)
    case 1:
      let element = try expression(.string, depth - 1)
      let set = ValueType.set(world.type(.string))
      let texts = Value.set(Collection([Cell(.value(.string("a"))), Cell(.value(.string("ab")))]))
      let collection =
        world.below(2) == 0 ? constant(texts, set) : try read(set, depth) ?? constant(texts, set)
      return term(.membership(element, in: collection), .bool)
    default:
      let element =
        world.below(3) == 0 ? try perhaps(.int, depth - 1) : try expression(.int, depth - 1)
      return term(.membership(element, in: try expression(world.list(of: .int), depth - 1)), .bool)
    }
  }
}
