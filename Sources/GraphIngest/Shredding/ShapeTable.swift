internal import PolicyIR
internal import ResourceModel
internal import StructuredText

/// The shapes of all types of a schema, and the names in it.
struct ShapeTable: Sendable {
  /// The schema.
  let schema: Schema

  /// The shapes; others name them by their 0-based index.
  private(set) var shapes: [Shape] = []

  /// The members of all resource types and structures.
  private(set) var members: [Member] = []

  /// What it means that members are absent, by their places in `members`.
  private(set) var absences: [Absence] = []

  /// The names that members had before.
  private(set) var formerNames: [FormerName] = []

  /// The bytes of the names of members and types.
  private(set) var names: [UInt8] = []

  /// The attributes of each resource type, as places in `members`.
  private(set) var attributes: [Range<Int>] = []

  /// The names of resource types, as places in `names`, with their digests.
  private(set) var types: [(name: Range<Int>, digest: UInt32)] = []

  /// Whether nodes of a type are judged or reached, by type.
  private(set) var isRead: [Bool] = []

  /// Returns the attributes of a resource type that rules read and that are given, as offsets.
  func readAttributes(of type: Int) -> ArraySlice<Int> { readOffsets[readRanges[type]] }

  /// Where in `readOffsets` those of each type are.
  private(set) var readRanges: [Range<Int>] = []

  /// The attributes that are read, of all types.
  private(set) var readOffsets: [Int] = []

  /// What the nodes of each type contain.
  private(set) var containers: [ContainerKind?] = []

  /// The members of a resource, as places in `members`: those of `RecordMember`, in its order.
  private(set) var record = 0..<0

  /// How the cases of all enumerations are spelt, as places in `names`.
  private(set) var spellings: [(name: Range<Int>, index: Int)] = []

  /// Where in `spellings` those of each enumeration are, and the case that stands for all others.
  ///
  /// A list for each enumeration would be counted as in use for each value, which threads that read
  /// at the same time would wait for.
  private(set) var enumerations: [(spellings: Range<Int>, otherwise: Int?)] = []

  /// Indices of types by the digests of their names, with linear probing; -1 where there is none.
  private var slots: [Int32] = []

  private let reads: AttributeReads
  private var known: [TypeID: Int] = [:]
  private var structures: [StructureID: Range<Int>] = [:]

  /// Creates the table of `schema`, of which rules read `reads`.
  init(_ schema: Schema, _ reads: AttributeReads) {
    self.schema = schema
    self.reads = reads
    for enumeration in schema.enumerations {
      let start = spellings.count
      for (index, item) in enumeration.cases.enumerated() {
        for spelling in item.spellings { spellings.append((addName(spelling).0, index)) }
      }
      enumerations.append(
        (start..<spellings.count, enumeration.cases.firstIndex { $0.isOtherwise }))
    }
    for index in schema.resources.indices {
      let id = ResourceTypeID(index: index)
      types.append(addName(schema[id].name))
      isRead.append(reads.contains(id))
      attributes.append(
        add(schema[id].attributes) { attribute in reads.contains(attribute, of: id) })
      let start = readOffsets.count
      readOffsets += schema[id].attributes.indices.filter { attribute in
        reads.contains(attribute, of: id) && schema[id].attributes[attribute].inverse == nil
      }
      readRanges.append(start..<readOffsets.count)
      containers.append(schema[id].container)
    }
    let start = members.count
    for member in RecordMember.allCases {
      let (name, digest) = addName(member.rawValue)
      members.append(
        Member(
          name: name, digest: digest, shape: 0, isRead: true, container: nil))
    }
    absences += RecordMember.allCases.map { _ in .allowed }
    record = start..<members.count
    makeSlots()
  }

  /// Returns the type whose name `isName` says it is.
  @inline(__always)
  func type(digest: UInt32, _ isName: (Range<Int>) -> Bool) -> Int? {
    var slot = Int(digest) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if types[index].digest == digest, isName(types[index].name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func makeSlots() {
    var count = 16
    while count < types.count * 4 { count *= 2 }
    slots = Array(repeating: -1, count: count)
    for (index, type) in types.enumerated() {
      var slot = Int(type.digest) & (count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private mutating func addName(_ name: String) -> (Range<Int>, UInt32) {
    let bytes = Array(name.utf8)
    let start = names.count
    names += bytes
    return (start..<names.count, JSONDigest.of(bytes))
  }

  private mutating func add(_ attributes: [Attribute], _ isRead: (Int) -> Bool) -> Range<Int> {
    var made: [Member] = []
    for (index, attribute) in attributes.enumerated() {
      let (name, digest) = addName(attribute.name)
      var container: ContainerKind?
      let plain = schema.types.unwrapped(attribute.type)
      if case .resource(let target) = schema.types[plain] { container = schema[target].container }
      made.append(
        Member(
          name: name,
          // No key has this digest: an inverse follows from other edges and is never given.
          digest: attribute.inverse == nil ? digest : .max, shape: shape(of: attribute.type),
          isRead: isRead(index), container: container))
    }
    let start = members.count
    for (index, attribute) in attributes.enumerated() where attribute.inverse == nil {
      for former in attribute.formerNames {
        let (name, digest) = addName(former)
        formerNames.append(FormerName(name: name, digest: digest, member: start + index))
      }
    }
    members += made
    absences += attributes.map(\.absence)
    return start..<members.count
  }

  /// Returns the place of the shape of `type`.
  private mutating func shape(of type: TypeID) -> Int {
    if let place = known[type] { return place }
    let plain = schema.types.unwrapped(type)
    let place = shapes.count
    known[type] = place
    var shape = Shape(
      kind: kind(of: schema.types[plain]), type: plain, isOptional: schema.types.isOptional(type))
    // Its place is taken before its parts are looked at.
    shapes.append(shape)
    switch schema.types[plain] {
    case .list(let element), .set(let element): shape.element = self.shape(of: element)
    case .map(let key, let value):
      shape.key = self.shape(of: key)
      shape.element = self.shape(of: value)
    case .structure(let id): shape.members = members(of: id)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .resource, .optional:
      break
    }
    shapes[place] = shape
    return place
  }

  private mutating func members(of id: StructureID) -> Range<Int> {
    if let made = structures[id] { return made }
    let reads = reads
    let made = add(schema[id].attributes) { field in reads.contains(field, of: id) }
    structures[id] = made
    return made
  }

  /// Returns a builder of nodes of the schema, without columns for what is not read in structures.
  func makeBuilder() -> GraphBuilder {
    var builder = GraphBuilder(schema: schema, rawValues: RawValues())
    builder.leaveOutFields(notIn: reads)
    return builder
  }

  /// Returns the name of the structure whose members start at the place `start`.
  func structureName(membersAt start: Int) -> String? {
    structures.first { $0.value.lowerBound == start }.map { schema[$0.key].name }
  }

  private func kind(of type: ValueType) -> Shape.Kind {
    switch type {
    case .bool: .bit
    case .int: .integer
    case .float: .float
    case .duration: .duration
    case .timestamp: .timestamp
    case .bytes: .byteCount
    case .string: .text
    case .arn: .arn
    case .cidr, .regex, .filterPattern, .version, .ipAddress, .glob, .error, .optional: .parsed
    case .cidrSet: .addresses
    case .portSet: .ports
    case .policyDocument: .policy
    case .json: .json
    case .resource: .edge
    case .enumeration(let id): schema[id].cases.count <= 256 ? .cases(id) : .pooledCases(id)
    case .list: .list
    case .set: .set
    case .map: .map
    case .structure: .structure
    }
  }
}
