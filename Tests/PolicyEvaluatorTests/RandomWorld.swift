import DomainValues
import PolicyIR
import ResourceModel
import SourceText
import TestSupport

/// A schema with attributes of every kind, and random graphs of it.
struct RandomWorld {
  /// What there is beside the rest; seeds that are kept mean what they meant with or without.
  enum Extent {
    case plain
    /// Versions, addresses, globs, groups and paths.
    case paths
    /// Sets that are put together.
    case sets
  }

  var random: SeededRandom
  var program = Program(schema: Schema())
  let extent: Extent
  /// Whether all that graphs hold is known.
  var isKnown = false

  static let nowhere = SourceRange(file: FileID(index: 0), lower: 0, upper: 0)
  static let node = ResourceTypeID(index: 0)
  static let item = ResourceTypeID(index: 1)
  static let kind = EnumerationID(index: 0)
  static let part = StructureID(index: 0)
  static let causes = [Cause(.knownAfterApply, "a"), Cause(.accessDenied), Cause(.redacted, "c")]

  init(seed: UInt64, extent: Extent) throws {
    random = SeededRandom(seed: seed)
    self.extent = extent
    declare()
  }

  mutating func type(_ type: ValueType) -> TypeID { program.schema.types.demand(type) }

  mutating func optional(_ type: ValueType) -> ValueType { .optional(self.type(type)) }

  mutating func list(of element: ValueType) -> ValueType { .list(type(element)) }

  private mutating func attribute(
    _ name: String, _ type: ValueType, _ absence: Absence? = nil, key: KeyScope? = nil,
    inverse: EdgeID? = nil
  ) -> Attribute {
    var standard = Absence.malformed
    if case .optional = type { standard = .allowed }
    return Attribute(
      name: name, type: self.type(type), absence: absence ?? standard, key: key, inverse: inverse,
      documentation: "", range: RandomWorld.nowhere)
  }

  private mutating func declare() {
    program.schema.enumerations = [
      EnumerationType(
        name: "Kind",
        cases: ["A", "B", "C"].map { .init(name: $0, spellings: [$0], isOtherwise: false) },
        documentation: "", range: RandomWorld.nowhere)
    ]
    let none = Value.list(Collection([]))
    let partAttributes = [
      attribute("port", .int), attribute("label", optional(.string)),
      attribute("open", .bool, .value(.bool(false))), attribute("numbers", list(of: .int)),
      attribute("source", .cidr),
    ]
    program.schema.structures = [
      StructureType(
        name: "Part", attributes: partAttributes, documentation: "", range: RandomWorld.nowhere)
    ]
    let (node, item) = (RandomWorld.node, RandomWorld.item)
    let string = type(.string)
    var nodes: [Attribute] = [
      attribute("flag", .bool), attribute("maybe", optional(.bool)),
      attribute("number", .int, .value(.int(3))), attribute("size", optional(.int)),
      attribute("ratio", .float), attribute("age", .duration),
      attribute("made", optional(.timestamp)), attribute("kind", .enumeration(RandomWorld.kind)),
      attribute("sort", optional(.enumeration(RandomWorld.kind))),
      attribute("name", .string, key: .account), attribute("label", optional(.string)),
      attribute("arn", optional(.arn)), attribute("cidr", .cidr), attribute("cidrs", .cidrSet),
      attribute("ports", .portSet), attribute("tags", .map(key: string, value: string)),
      attribute("parts", list(of: .structure(RandomWorld.part))),
      attribute("numbers", list(of: .int), .value(none)), attribute("names", .set(string)),
      attribute("part", optional(.structure(RandomWorld.part))),
      attribute("next", .resource(node)), attribute("other", optional(.resource(item))),
      attribute("items", list(of: .resource(item))),
      attribute(
        "owned", list(of: .resource(item)), inverse: EdgeID(resource: item, attribute: 0)),
      attribute(
        "held", optional(.resource(item)), inverse: EdgeID(resource: item, attribute: 1)),
      attribute("bytes", .bytes, .value(.bytes(ByteCount(bytes: 2)))),
      attribute("title", .string, .value(.string("ab"))),
    ]
    if extent == .sets {
      nodes += [
        attribute("blocks", list(of: .cidrSet)), attribute("ranges", list(of: .portSet)),
      ]
    }
    if extent == .paths {
      nodes += [
        attribute("release", optional(.version)), attribute("address", .ipAddress),
        attribute("pattern", optional(.glob)), attribute("peers", list(of: .ipAddress)),
      ]
    }
    let items: [Attribute] = [
      attribute("owner", .resource(node)), attribute("holder", optional(.resource(node))),
      attribute("value", .int), attribute("good", .bool), attribute("text", .string),
      attribute("kids", list(of: .resource(node))),
    ]
    for (name, attributes) in [("Node", nodes), ("Item", items)] {
      program.schema.resources.append(
        ResourceType(
          name: name, container: nil, attributes: attributes, documentation: "",
          range: RandomWorld.nowhere))
    }
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  static let texts = ["", "a", "ab", "abc", "Ab", "é", "e\u{301}", "x/y", "prod-1"]

  /// Returns a random value of the type, of few that there are.
  mutating func value(_ type: ValueType, nodes: Int = 0, items: Int = 0) throws -> Value {
    switch type {
    case .bool: return .bool(below(2) == 0)
    case .int: return .int(pick([-1, 0, 1, 2, 3, 22, .max]))
    case .float: return .float(pick([-1.5, -0.0, 0, 1, 2.5]))
    case .duration: return .duration(PolicyDuration(milliseconds: pick([0, 1, 86_400_000, .max])))
    case .bytes: return .bytes(ByteCount(bytes: pick([0, 1, 2])))
    case .timestamp:
      return .timestamp(try Timestamp.parse(pick(["2025-01-01", "2026-01-01", "9999-12-31"])))
    case .enumeration: return .enumeration(RandomWorld.kind, below(3))
    case .string: return .string(pick(RandomWorld.texts))
    case .arn:
      return .arn(try Arn.parse("arn:aws:iam::\(below(2)):user/\(pick(["kim", "lee"]))"))
    case .cidr:
      return .cidr(try Cidr.parse(pick(["10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0", "::/0"])))
    case .cidrSet:
      let blocks = try (0..<below(3)).map { _ in
        try Cidr.parse(pick(["10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1", "::/0"]))
      }
      return .cidrSet(CidrSet(blocks), missing: missing(5))
    case .portSet:
      let lower = Int64(pick([0, 20, 22, 3000]))
      let set = PortSet(from: lower, through: lower + Int64(pick([0, 5, 1000]))) ?? .none
      return .portSet(set, missing: missing(5))
    case .version:
      return .version(try Version.parse(pick(["1.0", "1.0.0", "1.9", "1.10", "2.0-rc.1", "2.0"])))
    case .ipAddress:
      return .ipAddress(try IPAddress.parse(pick(["10.0.0.1", "10.1.0.9", "::1"])))
    case .glob: return .glob(Glob(pick(["*", "a*", "?b", "prod-?", "ab"])))
    case .resource(RandomWorld.node):
      return .resource(RowID(type: RandomWorld.node, index: below(nodes)))
    case .resource: return .resource(RowID(type: RandomWorld.item, index: below(items)))
    case .list(let element):
      return .list(try collection(element, nodes, items, isSet: false))
    case .set(let element): return .set(try collection(element, nodes, items, isSet: true))
    case .map:
      var keys = ["env", "owner", "a"]
      let entries = try (0..<below(3)).map { _ in
        MapEntry(
          key: .string(keys.remove(at: below(keys.count))),
          value: try cell(.string, nodes, items, absent: 0))
      }
      return .map(entries, missing: missing(6))
    case .structure(let id):
      return .structure(
        id,
        try program.schema[id].attributes.map {
          try cell(plain($0.type), nodes, items)
        })
    default: return .bool(true)
    }
  }

  /// Returns why something is missing, of which that is so once in `odds`.
  private mutating func missing(_ odds: Int) -> [Cause] {
    guard below(odds) == 0 else { return [] }
    let cause = pick(RandomWorld.causes)
    return isKnown ? [] : [cause]
  }

  func plain(_ id: TypeID) -> ValueType { program.schema.types[program.schema.types.unwrapped(id)] }

  private mutating func collection(
    _ element: TypeID, _ nodes: Int, _ items: Int, isSet: Bool
  ) throws -> Collection {
    var elements: [Cell] = []
    for _ in 0..<below(4) {
      let cell = try cell(plain(element), nodes, items, absent: isSet ? 0 : 20)
      if isSet, elements.contains(cell) { continue }
      elements.append(cell)
    }
    return Collection(elements, missing: missing(6))
  }

  /// Returns a random cell; one in `absent` is absent, unless that is 0.
  mutating func cell(
    _ type: ValueType, _ nodes: Int, _ items: Int, absent: Int = 7
  ) throws -> Cell {
    if absent > 0, below(absent) == 0 { return Cell(.absent) }
    let causes = missing(8)
    if !causes.isEmpty { return Cell(.unknown(causes)) }
    if case .resource(RandomWorld.item) = type, items == 0 { return Cell(.absent) }
    return Cell(.value(try value(type, nodes: nodes, items: items)))
  }

  /// Returns a random graph with as many nodes.
  mutating func graph(nodes: Int, items: Int) throws -> ResourceGraph {
    graph(of: try tables(nodes: nodes, items: items))
  }

  /// Returns what a random graph with as many nodes holds.
  mutating func tables(nodes: Int, items: Int) throws -> [RandomTable] {
    var tables: [RandomTable] = []
    for (type, count) in [(RandomWorld.node, nodes), (RandomWorld.item, items)] {
      var table = RandomTable(type: type, missing: missing(3))
      for _ in 0..<count {
        let cells = try program.schema[type].attributes.map { attribute in
          attribute.inverse == nil
            ? try cell(plain(attribute.type), nodes, items)
            : Cell(.unknown(Cause(.notCollected)))
        }
        table.rows.append((cells, isNew: below(2) == 0))
      }
      tables.append(table)
    }
    if isKnown { RandomWorld.holdOnce(&tables[1]) }
    return tables
  }

  /// Takes away all but one of the items that hold a node: the schema says that one does at most.
  private static func holdOnce(_ items: inout RandomTable) {
    var held: Set<Cell> = []
    for row in items.rows.indices where !held.insert(items.rows[row].cells[1]).inserted {
      items.rows[row].cells[1] = Cell(.absent)
    }
  }

  /// Returns the graph that holds the tables.
  func graph(of tables: [RandomTable]) -> ResourceGraph {
    var builder = GraphBuilder(schema: program.schema, rawValues: RawValues())
    for table in tables {
      if !table.missing.isEmpty { builder.setMissing(table.missing, of: table.type) }
      for (cells, isNew) in table.rows {
        _ = builder.insert(
          table.type, cells, provenance: Provenance(address: "", origin: nil, isNew: isNew))
      }
    }
    return builder.freeze()
  }
}

/// What a graph holds of one type.
struct RandomTable {
  /// The type.
  let type: ResourceTypeID
  /// Why there may be more.
  var missing: [Cause]
  /// The cells of each resource, and whether the input makes it.
  var rows: [(cells: [Cell], isNew: Bool)] = []
}
