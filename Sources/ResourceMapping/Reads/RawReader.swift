package import PolicyIR
package import ResourceModel
internal import SourceText

/// Finds which members of raw resources mappings read.
///
/// It follows raw resources as a whole through terms: what is done with them is either understood, so
/// that a name is read or nothing is, or taken for a read of all members.
package struct RawReader {
  /// What a function is worth for some arguments.
  private struct Call: Hashable {
    let function: FunctionID
    let arguments: [RawWholes]
  }

  let program: Program

  /// What was found so far.
  private(set) var reads = RawReads()

  /// The types of the raw resources at hand, by their numbers.
  private let types: [String]

  private let numbers: [ExactText: Int]

  /// What the variables at hand may be.
  private var slots: [RawWholes] = []

  /// What functions gave.
  private var calls: [Call: RawWholes] = [:]

  /// The calls that are being looked through.
  private var pending: Set<Call> = []

  /// Creates a reader of mappings of raw resources of `types`.
  private init(_ program: Program, types: [String]) {
    self.program = program
    self.types = types
    numbers = Dictionary(
      types.enumerated().map { (ExactText($1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what the mappings of `program` from `source` read of raw resources of `types`, where only
  /// the attributes in `reads` are wanted.
  package static func reads(
    of program: Program, from source: String, types: [String], for reads: AttributeReads
  ) -> RawReads {
    var reader = RawReader(program, types: types)
    let mappings = program.mappings.filter { $0.source == source }
    let isPresent = { [numbers = reader.numbers] in numbers[ExactText($0)] != nil }
    let present = mappings.filter { $0.rawTypes.contains(where: isPresent) }
    for mapping in MadeTypes.used(of: present, in: program, reads) {
      reader.add(mapping, TakenSteps(mapping, in: program, reads))
    }
    for request in UnaskedJoins.requests(
      of: mappings, in: program, reads, isPresent: isPresent)
    {
      let joined = reader.wholes(ofTypes: request.rawTypes)
      reader.read(request.relation, of: joined)
    }
    return reader.reads
  }

  /// Adds what the steps of the mapping read that are taken.
  private mutating func add(_ mapping: Mapping, _ taken: TakenSteps) {
    for steps in [taken.identifying, taken.assigning] where !steps.isEmpty {
      slots = Array(repeating: .nothing, count: mapping.slotCount)
      bind(mapping.rawSlot, wholes(ofTypes: mapping.rawTypes))
      for step in steps {
        switch step {
        case .filter(let term), .adopted(let term): useAll(of: wholes(of: term))
        case .constant(let slot, let term): bind(slot, wholes(of: term))
        case .join(let slot, let rawTypes, let relation):
          let joined = wholes(ofTypes: rawTypes)
          read(relation, of: joined)
          bind(slot, joined)
        case .field(let attribute, let term):
          let type = program.schema[mapping.target].attributes[attribute].type
          // What attributes hold as `Json` is looked at later.
          useAll(of: fitted(wholes(of: term), to: type))
        }
      }
    }
  }

  private func wholes(ofTypes types: [String]) -> RawWholes {
    RawWholes(types: types.compactMap { numbers[ExactText($0)] })
  }

  // MARK: What is read

  /// Adds what tells that raw resources are joined, of what `wholes` are.
  private mutating func read(_ relation: Mapping.Relation, of wholes: RawWholes) {
    if case .path(let path) = relation, let name = path.first { read(name, of: wholes) }
  }

  /// Adds the member `name` of what `wholes` are.
  mutating func read(_ name: String, of wholes: RawWholes) {
    if wholes.isAny { reads.insertOfAnyType(name) }
    for type in wholes.types { reads.insert(name, of: types[type]) }
  }

  /// Adds all members of what `wholes` are.
  mutating func useAll(of wholes: RawWholes) {
    if wholes.isAny { reads.insertAllOfAnyType() }
    for type in wholes.types { reads.insertAll(of: types[type]) }
  }

  // MARK: Variables and functions

  /// Puts `wholes` into the slot.
  mutating func bind(_ slot: Int, _ wholes: RawWholes) {
    if slots.indices.contains(slot) { slots[slot] = wholes }
  }

  /// Returns what the variable in the slot may be.
  func variable(_ slot: Int) -> RawWholes { slots.indices.contains(slot) ? slots[slot] : .nothing }

  /// Returns what the function may be for `arguments`.
  mutating func call(_ function: FunctionID, _ arguments: [RawWholes]) -> RawWholes {
    let call = Call(function: function, arguments: arguments)
    if let known = calls[call] { return known }
    guard pending.insert(call).inserted else {
      // A function that calls itself is not followed.
      reads.insertAllOfAnyType()
      return .nothing
    }
    var frame = arguments
    while frame.count < program[function].slotCount { frame.append(.nothing) }
    swap(&slots, &frame)
    let result = wholes(of: program[function].body)
    swap(&slots, &frame)
    calls[call] = result
    pending.remove(call)
    return result
  }

  // MARK: Types

  /// Returns whether the type is `Json`.
  func isJson(_ type: TypeID) -> Bool {
    if case .json = program.schema.types[program.schema.types.unwrapped(type)] { return true }
    return false
  }

  /// Returns what is left of `wholes` as a value of `type`, having looked at all members where that
  /// has to be done: edges only look at which raw resources they are.
  mutating func fitted(_ wholes: RawWholes, to type: TypeID) -> RawWholes {
    if wholes.isNone { return wholes }
    let schema = program.schema
    switch schema.types[schema.types.unwrapped(type)] {
    case .json: return wholes
    case .resource: return .nothing
    case .list(let element): return fitted(wholes, to: element)
    case .set(let element):
      if case .resource = schema.types[schema.types.unwrapped(element)] { return .nothing }
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob,
      .enumeration, .structure, .map, .optional:
      break
    }
    useAll(of: wholes)
    return .nothing
  }
}
