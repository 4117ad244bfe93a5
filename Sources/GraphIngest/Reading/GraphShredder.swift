internal import CByteScan
internal import ResourceModel
internal import StructuredText

/// Turns resources into rows, one after another.
struct GraphShredder {
  /// The rows.
  var builder: GraphBuilder

  /// Takes values apart.
  var shredder: Shredder

  /// What there is beside the rows.
  private(set) var tally: GraphTally

  /// Creates a shredder of resources of the types in `table`, for which `builder` was made and still
  /// is empty.
  init(_ table: ShapeTable, _ builder: GraphBuilder) {
    self.builder = builder
    shredder = Shredder(table)
    tally = GraphTally()
  }

  /// Creates a shredder that goes on where `part` ends.
  init(_ table: ShapeTable, _ part: GraphPart) {
    builder = part.builder
    shredder = Shredder(table, part.builder.pools, part.rawValues)
    tally = part.tally
    shredder.strangers = part.tally.strangers
    // The builder must not share what the shredder changes.
    builder.pools = GraphPools()
  }

  /// Returns the rows and all that is told of them.
  consuming func finish() -> GraphPart {
    builder.pools = shredder.pools
    tally.strangers = shredder.strangers
    return GraphPart(builder: builder, rawValues: shredder.rawValues, tally: tally)
  }

  /// Adds the resource that `scanner` has read from `text`, which is at `place`.
  ///
  /// - Throws: a `RecordFault` if it is not what the format says.
  mutating func add(
    _ text: UnsafePointer<UInt8>, _ scanner: borrowing JSONScanner, place: UInt64
  ) throws(RecordFault) {
    unsafe shredder.text = text
    unsafe shredder.nodes = UnsafePointer(scanner.nodes)
    let root = shredder.node(0)
    guard root.form == .object else { throw RecordFault(.shape("a resource"), root) }
    let record = shredder.table.record
    let first = shredder.locate(0, among: record, owner: Int.max)
    defer { shredder.releasePlaces(record.count) }
    try refuseStrangers(among: first, root)
    let type = Int(shredder.places[first])
    guard type >= 0 else { throw RecordFault(.shape("a resource with `type`"), root) }
    let name = try textNumber(at: first + 1, "a text for `name`")
    let account = try scope(at: first + 2)
    let region = try scope(at: first + 3)
    let attributes = Int(shredder.places[first + 4])
    if attributes >= 0, shredder.node(attributes).form != .object {
      throw RecordFault(.shape("an object for `attributes`"), shredder.node(attributes))
    }
    tally.resourceCount += 1
    guard let index = try self.type(type) else { return }
    if account.text != 0 { tally.note(Scope(account: account.text, region: region.text)) }
    switch shredder.table.containers[index] {
    case .account where account.text != 0:
      return keep(index, account.text, 0, root, place)
    case .region where account.text != 0 && region.text != 0:
      return keep(index, account.text, region.text, root, place)
    case .account, .region: throw RecordFault(.shape("`account`, and the region"), root)
    case .organization, nil: break
    }
    guard shredder.table.isRead[index] else { return }
    insert(index, name: name, account, region, attributes, place)
  }

  /// Adds the row of a resource and of all its columns that are read.
  private mutating func insert(
    _ type: Int, name: UInt32, _ account: ScopeText, _ region: ScopeText, _ attributes: Int,
    _ place: UInt64
  ) {
    _ = builder.insertNode(
      ResourceTypeID(index: type), address: name, place: place, isNew: false,
      account: account.text, region: region.text)
    let members = shredder.table.attributes[type]
    let first: Int
    if attributes >= 0 {
      first = shredder.locate(attributes, among: members, owner: type)
    } else {
      first = shredder.reservePlaces(members.count)
    }
    for position in shredder.table.readRanges[type] {
      let offset = shredder.table.readOffsets[position]
      let index = Int(shredder.places[first + offset])
      let member = members.lowerBound + offset
      if index >= 0 {
        shredder.shred(
          index, shredder.table.members[member].shape,
          into: &builder.tables[type].columns[offset])
        continue
      }
      switch shredder.table.members[member].container {
      case .account: append(account, into: &builder.tables[type].columns[offset])
      case .region: append(region, into: &builder.tables[type].columns[offset])
      case .organization, nil:
        builder.tables[type].columns[offset].appendUnknown(causes: shredder.notCollected)
      }
    }
    shredder.releasePlaces(members.count)
  }

  /// Adds the edge to the account or region that a resource is in.
  private func append(_ scope: ScopeText, into column: inout Column) {
    if scope.text != 0 {
      column.append(edgeWithKey: scope.text)
    } else if scope.isAbsent {
      column.appendAbsent()
    } else {
      column.appendUnknown(causes: scope.causes)
    }
  }

  /// Throws if the resource has a member that the format does not know.
  private mutating func refuseStrangers(among first: Int, _ root: JSONNode) throws(RecordFault) {
    var found: UInt32 = 0
    for slot in first..<first + RecordMember.allCases.count where shredder.places[slot] >= 0 {
      found += 1
    }
    guard found < root.number else { return }
    var key = 1
    while key < Int(root.end) {
      let name = shredder.string(shredder.node(key))
      if RecordMember(rawValue: name) == nil {
        throw RecordFault(.member(name), shredder.node(key))
      }
      key = Int(shredder.node(key + 1).end)
    }
  }

  /// Returns the index of the type with the name at `index` of the arena, if the schema has it.
  private mutating func type(_ index: Int) throws(RecordFault) -> Int? {
    let node = shredder.node(index)
    guard node.form == .plainString || node.form == .escapedString else {
      throw RecordFault(.shape("a text for `type`"), node)
    }
    let content = shredder.contentRange(node)
    let digest = unsafe byte_scan_digest(shredder.text + content.lowerBound, content.count)
    if let known = shredder.table.type(
      digest: digest, { shredder.isName($0, at: content) })
    {
      return known
    }
    let name = shredder.string(node)
    if node.form == .escapedString, let known = shredder.table.schema.resource(named: name) {
      return known.index
    }
    meet(name)
    return nil
  }

  private mutating func meet(_ name: String) {
    let bytes = Array(name.utf8.prefix(120))
    for index in tally.strangeTypes.indices where tally.strangeTypes[index].name == bytes {
      tally.strangeTypes[index].count += 1
      return
    }
    guard tally.strangeTypes.count < 1000 else { return }
    tally.strangeTypes.append(
      Stranger(owner: -1, digest: 0, name: bytes, count: 1))
  }

  /// Returns the text at `slot` of the places; the empty one when there is none.
  private mutating func textNumber(at slot: Int, _ expected: String) throws(RecordFault) -> UInt32 {
    let index = Int(shredder.places[slot])
    guard index >= 0 else { return 0 }
    let node = shredder.node(index)
    switch node.form {
    case .plainString, .escapedString: return shredder.demand(contentOf: node)
    case .null: return 0
    case .true, .false, .number, .array, .object: throw RecordFault(.shape(expected), node)
    }
  }

  /// Returns the account or region at `slot` of the places.
  private mutating func scope(at slot: Int) throws(RecordFault) -> ScopeText {
    let index = Int(shredder.places[slot])
    guard index >= 0 else { return ScopeText(causes: shredder.notCollected) }
    let node = shredder.node(index)
    switch node.form {
    case .plainString, .escapedString:
      return ScopeText(text: shredder.demand(contentOf: node), causes: shredder.notCollected)
    case .null: return ScopeText(isAbsent: true, causes: shredder.notCollected)
    case .object where shredder.isMark(index):
      let causes = shredder.causes(ofMark: index)
      return ScopeText(causes: shredder.pools.causes.demand(causes))
    case .true, .false, .number, .array, .object:
      throw RecordFault(.shape("a text for the account or region"), node)
    }
  }

  private mutating func keep(
    _ type: Int, _ account: UInt32, _ region: UInt32, _ root: JSONNode, _ place: UInt64
  ) {
    guard shredder.table.isRead[type] else { return }
    let buffer = unsafe UnsafeBufferPointer(
      start: shredder.text + Int(root.lower), count: Int(root.upper - root.lower))
    tally.records.append(
      ContainerRecord(
        type: type, account: account, region: region, text: unsafe Array(buffer), place: place))
  }
}

/// The account or region of a resource, as far as it is told.
struct ScopeText {
  /// The number of its text; 0 when there is none.
  var text: UInt32 = 0

  /// Whether the source says that there is none.
  var isAbsent = false

  /// The number of the causes of its not being known.
  var causes: UInt32
}

/// What is wrong with a resource.
struct RecordFault: Error {
  /// The ways in which it can be wrong.
  enum Kind {
    case shape(String)
    case member(String)
  }

  /// What is wrong.
  let kind: Kind

  /// The bytes of the text that are wrong.
  let offsets: Range<Int>

  /// Creates the fault of the value at `node`.
  init(_ kind: Kind, _ node: JSONNode) {
    self.kind = kind
    offsets = Int(node.lower)..<Int(node.upper)
  }
}
