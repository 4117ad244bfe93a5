import PolicyIR
import PolicyInterpreter
import PolicyTesting
import ResourceModel
import TestSupport

/// The cases of the shipped packs, whose inputs laws are tried on.
struct ShippedCases {
  /// The program.
  let program: Program
  /// The cases that have an input, by rule.
  let cases: [[PreparedCase]]
  /// Some values that attributes have somewhere, by the type of their type's attribute.
  private var values: [TypeID: [Reading]] = [:]

  /// Those of this project.
  static let shared = Result { try ShippedCases() }

  /// Loads the packs.
  init() throws {
    let suite = try ShippedSuite()
    program = suite.runner.program
    var cases: [[PreparedCase]] = Array(repeating: [], count: program.rules.count)
    for one in suite.runner.preparedCases() where one.graph != nil {
      cases[one.rule.index].append(one)
    }
    self.cases = cases
    for graph in cases.joined().compactMap(\.graph) {
      for index in program.schema.resources.indices {
        for row in graph.rows(of: ResourceTypeID(index: index)) { collect(graph, row) }
      }
    }
  }

  private mutating func collect(_ graph: ResourceGraph, _ row: RowID) {
    for (index, attribute) in program.schema[row.type].attributes.enumerated() {
      let reading = graph.cell(index, of: row).reading
      guard values[attribute.type, default: []].count < 24, case .value(let value) = reading,
        !value.holdsRows,
        values[attribute.type]?.contains(reading) != true
      else { continue }
      values[attribute.type, default: []].append(reading)
    }
  }

  /// Returns what could stand in an attribute of `type` of a node of `graph`, other than `now`.
  func candidates(_ type: TypeID, in graph: ResourceGraph, besides now: Reading) -> [Reading] {
    let types = program.schema.types
    var found = values[type] ?? []
    if types.isOptional(type) { found.append(.absent) }
    switch types[types.unwrapped(type)] {
    case .bool: found += [.value(.bool(true)), .value(.bool(false))]
    case .int: found += [0, 1, -1, 65_535, .max].map { .value(.int($0)) }
    case .string: found += ["", "x"].map { .value(.string($0)) }
    case .enumeration(let id):
      found += program.schema[id].cases.indices.map { .value(.enumeration(id, $0)) }
    case .resource(let target): found += graph.rows(of: target).map { .value(.resource($0)) }
    case .list: found.append(.value(.list(Collection([]))))
    case .set: found.append(.value(.set(Collection([]))))
    case .map: found.append(.value(.map([], missing: [])))
    case .error, .float, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .structure, .optional:
      break
    }
    return found.filter { $0 != now }
  }
}

extension Value {
  /// Whether the value names nodes, or what only its graph knows.
  var holdsRows: Bool {
    switch self {
    case .resource, .json: true
    case .list(let collection), .set(let collection):
      collection.elements.contains { $0.reading.value?.holdsRows ?? false }
    case .map(let entries, _): entries.contains { $0.value.reading.value?.holdsRows ?? false }
    case .structure(_, let fields): fields.contains { $0.reading.value?.holdsRows ?? false }
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .enumeration:
      false
    }
  }
}
