internal import PolicyIR
internal import ResourceModel

/// The types of which nodes are made: those that somebody looks at, and those that mappings of such
/// nodes ask for themselves.
struct MadeTypes {
  private let program: Program

  /// Whether nodes of a type are made, by its number.
  private var isMade: [Bool]

  /// Whether a term or function was looked at, by its number.
  private var seenTerms: [Bool]
  private var seenFunctions: [Bool]

  /// Whether the types within a structure were looked at, by its number.
  private var seenStructures: [Bool]

  /// Returns those of `mappings` by which anything is made where only what is in `reads` is wanted; all
  /// of them, if that is not given.
  static func used(
    of mappings: [Mapping], in program: Program, _ reads: AttributeReads?
  ) -> [Mapping] {
    let made = MadeTypes(mappings, in: program, reads)
    return mappings.filter { made.contains($0) }
  }

  private init(_ mappings: [Mapping], in program: Program, _ reads: AttributeReads?) {
    self.program = program
    seenTerms = Array(repeating: false, count: program.termCount)
    seenFunctions = Array(repeating: false, count: program.functions.count)
    seenStructures = Array(repeating: false, count: program.schema.structures.count)
    isMade = program.schema.resources.indices.map { index in
      reads?.contains(ResourceTypeID(index: index)) ?? true
    }
    // What one mapping asks for another makes, which may ask for more.
    var open = mappings
    var isDone = reads == nil
    while !isDone {
      let used = open.filter { contains($0) }
      open.removeAll { contains($0) }
      for mapping in used {
        add(TakenSteps(mapping, in: program, reads))
        if joinsWithoutKeys(mapping) { add(neighboursOf: mapping, among: mappings) }
      }
      isDone = used.isEmpty
    }
  }

  /// Returns whether anything is made by the mapping.
  ///
  /// One that tells of resources that they exist already is used in any case, because others may want
  /// to know that.
  private func contains(_ mapping: Mapping) -> Bool {
    isMade[mapping.target.index]
      || mapping.steps.contains { if case .adopted = $0 { true } else { false } }
  }

  /// Returns whether the mapping joins what is named by keys, of which its own nodes have none.
  private func joinsWithoutKeys(_ mapping: Mapping) -> Bool {
    !hasKeys(mapping)
      && mapping.steps.contains { if case .join(_, _, .path) = $0 { true } else { false } }
  }

  private func hasKeys(_ mapping: Mapping) -> Bool {
    program.schema[mapping.target].attributes.contains { $0.key != nil }
  }

  /// Adds the types of the nodes with keys that are made of the same raw resources as the mapping's.
  private mutating func add(neighboursOf mapping: Mapping, among mappings: [Mapping]) {
    for other in mappings
    where hasKeys(other) && other.rawTypes.contains(where: mapping.rawTypes.contains) {
      isMade[other.target.index] = true
    }
  }

  private mutating func add(_ taken: TakenSteps) {
    for step in taken.identifying + taken.assigning {
      switch step {
      case .filter(let term), .adopted(let term), .constant(_, let term), .field(_, let term):
        add(term)
      case .join: continue
      }
    }
  }

  /// Adds the types of the nodes that the term asks for.
  private mutating func add(_ id: TermID) {
    if seenTerms[Int(id.index)] { return }
    seenTerms[Int(id.index)] = true
    let term = program[id]
    for operand in term.operands { add(operand) }
    switch term {
    case .decode(_, let type): make(typesWithin: type)
    case .structure(let structure, _):
      for attribute in program.schema[structure].attributes { make(typesWithin: attribute.type) }
    case .call(let function, _):
      if seenFunctions[function.index] { break }
      seenFunctions[function.index] = true
      add(program[function].body)
    default: break
    }
  }

  private mutating func make(typesWithin type: TypeID) {
    let types = program.schema.types
    switch types[types.unwrapped(type)] {
    case .resource(let target): isMade[target.index] = true
    case .list(let element), .set(let element): make(typesWithin: element)
    case .map(_, let value): make(typesWithin: value)
    case .structure(let structure):
      if seenStructures[structure.index] { break }
      seenStructures[structure.index] = true
      for attribute in program.schema[structure].attributes { make(typesWithin: attribute.type) }
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .optional:
      break
    }
  }
}
