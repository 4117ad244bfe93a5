import GraphIngest
import PolicyIR
import ResourceModel
import TestSupport
import Testing

/// A graph of a small schema, read from text.
struct GraphSketch {
  static let schema = """
    enum t.Color { Red = "red" | "rouge"  Blue = "blue" }
    enum t.Kind { Known = "known"  Other otherwise }
    struct t.Part { number: Int  flag: Bool = true when absent  note: String?  owner: t.Person? }
    resource t.Account scope account {
      id: String key
      alias: String?
      limit: Int
      people: [t.Person] inverse of account
    }
    resource t.Region scope region { id: String key in account  account: t.Account  is_on: Bool }
    resource t.Person {
      name: String key in account
      arn: Arn? key
      account: t.Account
      region: t.Region?
      friend: t.Person?
      friends: [t.Person]
      admirers: [t.Person] inverse of friend
      passes: [t.Pass] inverse of holder
      visits: [t.Pass] inverse of guests
      tags: [t.Tag] inverse of wearers
    }
    resource t.Pass { holder: t.Person  guests: [t.Person] }
    resource t.Tag { wearers: [t.Person] }
    resource t.Thing {
      id: String key in region
      bool: Bool  int: Int  float: Float  text: String formerly old_text, older_text
      duration: Duration  time: Timestamp
      bytes: Bytes  cidr: Cidr  cidrs: CidrSet  ports: PortSet  arn: Arn  regex: Regex
      policy: PolicyDocument  pattern: FilterPattern  json: Json  color: t.Color  kind: t.Kind
      part: t.Part  parts: [t.Part]  texts: [String]  numbers: Set<Int>  colors: Set<t.Color>
      map: Map<String, Int>  maybe: Int?  assumed: Bool = true when absent  grid: [[Int]]
      maybes: [Int?]  person: t.Person?  account: t.Account  region: t.Region
    }
    """

  /// The schema.
  static let program = CheckedPolicy(Array(schema.utf8), seesSchema: false).program

  /// What was read.
  let input: GraphInput

  /// Reads `text`, in pieces of `pieceSize` bytes by `jobs` threads.
  init(_ text: String, jobs: Int = 1, pieceSize: Int = 1 << 16) throws {
    let reads = AttributeReads(ofAllIn: Self.program.schema)
    let reader = GraphReader(
      schema: Self.program.schema, reads: reads, jobs: jobs, pieceSize: pieceSize)
    input = try reader.read(ByteStream(Array(text.utf8)))
  }

  /// Reads one thing with the attributes `attributes`, which are JSON.
  init(thing attributes: String) throws {
    try self.init(
      """
      {"cispol_graph":1}
      {"type":"t.Thing","account":"1","region":"r","attributes":{\(attributes)}}
      """)
  }

  /// Returns the identity of the type `name`.
  static func type(_ name: String) throws -> ResourceTypeID {
    try #require(program.schema.resource(named: name))
  }

  /// Returns what an attribute of the node at `row` of the type is.
  func reading(_ attribute: String, _ type: String = "t.Thing", row: Int = 0) throws -> Reading {
    let id = try Self.type(type)
    let index = try #require(Self.program.schema[id].attribute(named: attribute))
    return input.graph.cell(index, of: RowID(type: id, index: row)).reading
  }

  /// Returns the causes of an attribute, as people read them.
  func causes(_ attribute: String, _ type: String = "t.Thing", row: Int = 0) throws -> [String] {
    try reading(attribute, type, row: row).causes.map(\.description)
  }

  /// Returns a value without a schema with all that it holds.
  private func text(of id: RawValueID) -> String {
    let values = input.graph.rawValues
    let members = values.members(of: id).map { "\($0.name): \(text(of: $0.value))" }
    return "\(values[id]) [\(members.joined(separator: ", "))]"
  }

  /// Everything that is in the graph, and what is told of it.
  func description() -> String {
    var lines = input.notes + ["\(input.resourceCount) resources"]
    let schema = Self.program.schema
    for type in schema.resources.indices.map({ ResourceTypeID(index: $0) }) {
      lines.append("\(schema[type].name) \(input.graph.missing(of: type))")
      for row in input.graph.rows(of: type) {
        let provenance = input.graph.provenance(of: row)
        lines.append("\(input.graph.name(of: row)) at \(provenance.place ?? 0)")
        for (index, attribute) in schema[type].attributes.enumerated() {
          let reading = input.graph.cell(index, of: row).reading
          // Values without a schema have numbers that depend on who read them; their text does not.
          if case .value(.json(let id)) = reading {
            lines.append("  \(attribute.name) = \(text(of: id))")
          } else {
            lines.append("  \(attribute.name) = \(reading)")
          }
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
