internal import ResourceModel

/// A walk over terms, into the functions that they call, that notes what they read and how much
/// work they are.
struct TermSurvey {
  /// How far what was read is from the resource.
  private(set) var reach = Reach.resource

  /// How much work the terms are.
  private(set) var cost = CostClass.constant

  /// The types whose attributes are read.
  private(set) var types: Set<ResourceTypeID> = []

  private let program: Program

  /// How many ranges are inside each other in each term.
  private var degrees: [TermID: Int] = [:]

  private var functionDegrees: [FunctionID: Int] = [:]

  /// Creates a walk that has seen nothing.
  init(_ program: Program) {
    self.program = program
  }

  /// Notes that attributes of `type` are read.
  mutating func read(type: ResourceTypeID) { types.insert(type) }

  /// Notes what the term reads and how much work it is.
  mutating func visit(_ id: TermID) {
    // First, because it may raise the cost by itself.
    let degree = degree(of: id)
    cost = max(cost, CostClass(degree: degree))
  }

  /// Returns how many ranges are inside each other, having noted what is read.
  private mutating func degree(of id: TermID) -> Int {
    if let known = degrees[id] { return known }
    let term = program[id]
    note(term)
    var degree = 0
    for operand in term.operands { degree = max(degree, self.degree(of: operand)) }
    switch term {
    case .quantifier(_, let iteration, let body), .fold(_, let iteration, let body),
      .comprehension(let iteration, let body, _), .exactly(_, let iteration, let body):
      degree = max(degree, self.degree(of: iteration, over: [body]))
    case .closure: degree += 1
    case .mapComprehension(let iteration, let key, let value),
      .groups(let iteration, let key, let value):
      degree = max(degree, self.degree(of: iteration, over: [key, value]))
    case .count(let iteration): degree = max(degree, self.degree(of: iteration, over: []))
    case .call(let function, _): degree = max(degree, self.degree(of: function))
    case .constant, .absent, .parameter, .variable, .now, .attribute, .field, .member, .element,
      .lookup, .chain, .coalesce, .not, .and, .or, .implies, .compare, .membership, .matches,
      .covers, .meets, .isPresent, .isEmpty, .isWorld, .negate, .arithmetic, .setOperation,
      .conditional, .match, .list, .set, .map, .structure, .fixture, .builtin, .text, .decode,
      .widen, .portRange:
      break
    }
    degrees[id] = degree
    return degree
  }

  private mutating func degree(of function: FunctionID) -> Int {
    if let known = functionDegrees[function] { return known }
    // A function that calls itself is refused before anything asks.
    functionDegrees[function] = 0
    let degree = degree(of: program[function].body)
    functionDegrees[function] = degree
    return degree
  }

  private mutating func degree(of iteration: Iteration, over bodies: [TermID]) -> Int {
    var inner = 0
    for body in bodies + [iteration.filter].compactMap(\.self) {
      inner = max(inner, degree(of: body))
    }
    return inner + (isWritten(iteration.collection) ? 0 : 1)
  }

  /// Whether the rule itself, or who gives it parameters, lists the elements.
  private func isWritten(_ id: TermID) -> Bool {
    switch program[id] {
    case .constant, .parameter: true
    case .list(let elements), .set(let elements): elements.allSatisfy(isWritten)
    case .widen(let operand, _): isWritten(operand)
    default: false
    }
  }

  private mutating func note(_ term: Term) {
    switch term {
    case .attribute(let base, let index):
      guard case .resource(let type) = plainType(of: base) else { return }
      read(EdgeID(resource: type, attribute: index))
    case .field(let base, let index):
      guard case .structure(let type) = plainType(of: base) else { return }
      let field = program.schema[type].attributes[index].type
      reach = max(reach, program.reach(throughFieldOf: field))
    case .closure(let base, let paths, _):
      for path in paths { follow(path, from: base) }
    case .builtin(.isPublic, _), .builtin(.grantsFullAdministration, _), .builtin(.denies, _),
      .builtin(.allows, _), .builtin(.permits, _), .builtin(.gap, _):
      cost = .search
    case .covers(_, let right):
      if case .filterPattern = plainType(of: right) { cost = .search }
    default: break
    }
  }

  /// Notes the attributes along the path.
  private mutating func follow(_ path: [Int], from base: TermID) {
    var type = plainType(of: base)
    switch type {
    case .list(let element), .set(let element): type = program.schema.types[element]
    default: break
    }
    for index in path {
      let next: TypeID
      switch type {
      case .resource(let id):
        read(EdgeID(resource: id, attribute: index))
        next = program.schema[id].attributes[index].type
      case .structure(let id):
        next = program.schema[id].attributes[index].type
        reach = max(reach, program.reach(throughFieldOf: next))
      default: return
      }
      type = element(of: next)
    }
  }

  private func element(of type: TypeID) -> ValueType {
    switch program.schema.types[program.schema.types.unwrapped(type)] {
    case .list(let inner), .set(let inner): element(of: inner)
    case let plain: plain
    }
  }

  /// Notes that an attribute is read, and where it may lead.
  private mutating func read(_ edge: EdgeID) {
    types.insert(edge.resource)
    reach = max(reach, program.reach(of: edge))
  }

  private func plainType(of id: TermID) -> ValueType {
    program.schema.types[program.schema.types.unwrapped(program.type(of: id))]
  }
}
