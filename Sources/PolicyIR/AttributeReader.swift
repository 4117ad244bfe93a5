internal import ResourceModel

extension Program {
  /// Returns what `rules` read of a graph: in their conditions and messages, to find the ends of
  /// edges, and to name the resources they judge; of these also the attributes called `names`,
  /// whatever rules read.
  ///
  /// Where somebody looks at `wholeValues`, all is read that attributes hold.
  package func attributeReads(
    of rules: [RuleID], and names: Set<String> = [], wholeValues: Bool = false
  ) -> AttributeReads {
    var reader = AttributeReader(self, names, readsWholeValues: wholeValues)
    for rule in rules { reader.add(self[rule]) }
    return reader.reads
  }
}

/// Finds what rules read of a graph.
private struct AttributeReader {
  private let program: Program

  /// The names of attributes that are read of all resources that are judged.
  private let names: Set<String>

  /// Whether all is read that the attributes hold which are read.
  private let readsWholeValues: Bool

  /// What was found so far.
  private(set) var reads: AttributeReads

  // Whether it was looked at, by the number of a term, a function or a type.
  private var seenTerms: [Bool]
  private var seenFunctions: [Bool]
  private var seenPopulations: [Bool]
  private var seenMembers: [Bool]
  private var seenWholes: [Bool]

  /// Whether edges lead to the type, whose nodes are then found by any of their keys, by its number.
  private var targets: [Bool]

  /// Creates a reader that found nothing yet.
  init(_ program: Program, _ names: Set<String>, readsWholeValues: Bool) {
    self.program = program
    self.names = names
    self.readsWholeValues = readsWholeValues
    reads = AttributeReads(schema: program.schema)
    seenTerms = Array(repeating: false, count: program.termCount)
    seenFunctions = Array(repeating: false, count: program.functions.count)
    targets = Array(repeating: false, count: program.schema.resources.count)
    seenPopulations = targets
    seenMembers = targets
    seenWholes = Array(repeating: false, count: program.schema.structures.count)
  }

  private var schema: Schema { program.schema }

  /// Adds what the rule reads, and what reports say of the resources it judges.
  mutating func add(_ rule: Rule) {
    add(population: rule.population)
    for step in rule.steps {
      switch step {
      case .filter(let term), .constant(_, let term): add(term)
      case .requirement(let term, let message):
        add(term)
        if let message { add(message) }
      }
    }
  }

  /// Adds the keys of the type and what is read of all types, and the containers that its nodes are
  /// in, with their keys.
  private mutating func add(population type: ResourceTypeID) {
    if seenPopulations[type.index] { return }
    seenPopulations[type.index] = true
    _ = reads.insert(type)
    // Other keys only find it, at the end of an edge.
    for index in schema[type].namingKeys { read(index, of: type) }
    for name in names {
      if let attribute = schema[type].attribute(named: name) { read(attribute, of: type) }
    }
    readContainers(of: type)
  }

  /// Adds what leads from the type to the containers that its nodes are in, and on to wider ones.
  private mutating func readContainers(of type: ResourceTypeID) {
    if seenMembers[type.index] { return }
    seenMembers[type.index] = true
    for edge in schema.containerEdges(of: type) {
      read(edge.attribute, of: type)
      if edge.isOutward { readContainers(of: edge.target) }
    }
  }

  /// Adds a type whose nodes are judged or reached, with the keys by which they are found and named.
  private mutating func reach(_ type: ResourceTypeID) {
    if targets[type.index] { return }
    targets[type.index] = true
    _ = reads.insert(type)
    for (index, attribute) in schema[type].attributes.enumerated() where attribute.key != nil {
      read(index, of: type)
    }
  }

  private mutating func read(_ attribute: Int, of type: ResourceTypeID) {
    guard reads.insert(attribute, of: type) else { return }
    let declaration = schema[type].attributes[attribute]
    reach(typesWithin: declaration.type)
    if readsWholeValues { readAll(of: declaration.type) }
    guard let edge = declaration.inverse else { return }
    reach(edge.resource)
    read(edge.attribute, of: edge.resource)
  }

  /// Adds the types of the nodes that values of the type hold.
  private mutating func reach(typesWithin type: TypeID) {
    switch plain(type) {
    case .resource(let target): reach(target)
    case .list(let element), .set(let element):
      // Which elements of a set are equal depends on all that they hold.
      if case .set = plain(type) { readAll(of: element) }
      reach(typesWithin: element)
    case .map(let key, let value):
      readAll(of: key)
      reach(typesWithin: value)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .structure,
      .optional:
      break
    }
  }

  /// Adds everything that values of the type hold.
  private mutating func readAll(of type: TypeID) {
    switch plain(type) {
    case .structure(let id):
      if seenWholes[id.index] { return }
      seenWholes[id.index] = true
      for index in schema[id].attributes.indices { read(field: index, of: id, isWhole: true) }
    case .list(let element), .set(let element): readAll(of: element)
    case .map(let key, let value):
      readAll(of: key)
      readAll(of: value)
    case .resource(let target): reach(target)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .optional:
      break
    }
  }

  private mutating func read(field: Int, of structure: StructureID, isWhole: Bool) {
    guard reads.insert(field, of: structure) || isWhole else { return }
    let type = schema[structure].attributes[field].type
    reach(typesWithin: type)
    if isWhole { readAll(of: type) }
  }

  private mutating func add(_ id: TermID) {
    if seenTerms[Int(id.index)] { return }
    seenTerms[Int(id.index)] = true
    let term = program[id]
    let operands = term.operands
    for operand in operands { add(operand) }
    switch term {
    case .attribute(let base, let index):
      if case .resource(let type) = plain(program.type(of: base)) { read(index, of: type) }
    case .field(let base, let index):
      if case .structure(let type) = plain(program.type(of: base)) {
        read(field: index, of: type, isWhole: false)
      }
    case .call(let function, _):
      if seenFunctions[function.index] { break }
      seenFunctions[function.index] = true
      add(program[function].body)
    case .constant, .absent, .parameter, .variable, .now, .member, .element, .chain, .coalesce,
      .not, .and, .or, .implies, .isPresent, .isEmpty, .count, .quantifier, .exactly, .fold,
      .list, .builtin(.first, _), .builtin(.flatten, _), .builtin(.count, _),
      .builtin(.values, _):
      // They hand on what they are given, or look only at whether it is there.
      break
    case .comprehension(_, let body, let isSet):
      // A list hands on what its body gives; the elements of a set are compared.
      if isSet { readAll(of: program.type(of: body)) }
    case .closure(let base, let paths, _):
      for path in paths { follow(path, from: program.type(of: base)) }
    case .conditional, .match:
      // What an unknown condition leaves open is known where all branches agree.
      readAll(of: program.type(of: id))
    case .lookup, .compare, .membership, .matches, .covers, .meets, .isWorld, .negate, .arithmetic,
      .setOperation, .mapComprehension, .groups, .set, .map, .structure, .fixture,
      .builtin,
      .text, .decode, .widen, .portRange:
      for operand in operands { readAll(of: program.type(of: operand)) }
      readAll(of: program.type(of: id))
    }
  }

  /// Adds the attributes along the path from values of the type, or from those that it holds.
  private mutating func follow(_ path: [Int], from start: TypeID) {
    var type = element(of: start)
    for index in path {
      switch schema.types[type] {
      case .resource(let id):
        read(index, of: id)
        type = element(of: schema[id].attributes[index].type)
      case .structure(let id):
        read(field: index, of: id, isWhole: false)
        type = element(of: schema[id].attributes[index].type)
      default: return
      }
    }
  }

  private func element(of type: TypeID) -> TypeID {
    switch plain(type) {
    case .list(let inner), .set(let inner): element(of: inner)
    default: schema.types.unwrapped(type)
    }
  }

  private func plain(_ type: TypeID) -> ValueType { schema.types[schema.types.unwrapped(type)] }
}
