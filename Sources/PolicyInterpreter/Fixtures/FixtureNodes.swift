internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// The nodes of a test case, while they are made.
struct FixtureNodes {
  /// Why what a fixture leaves out is unknown.
  static let cause = Cause(.notCollected, "the fixture does not say")

  private let schema: Schema
  /// The cells of the nodes, by type, row and attribute.
  private var cells: [[[Cell]]]
  /// Which attributes of the nodes are written, likewise.
  private var isWritten: [[[Bool]]]

  /// Creates no nodes of any type.
  init(schema: Schema) {
    self.schema = schema
    cells = Array(repeating: [], count: schema.resources.count)
    isWritten = cells.map { _ in [] }
  }

  /// Adds a node of which nothing is known yet.
  mutating func reserve(_ type: ResourceTypeID) -> RowID {
    let attributes = schema[type].attributes
    cells[type.index].append(attributes.map { _ in Cell(.unknown(FixtureNodes.cause)) })
    isWritten[type.index].append(attributes.map { _ in false })
    return RowID(type: type, index: cells[type.index].count - 1)
  }

  /// Writes an attribute; the nodes that an inverse names lead back, unless they say otherwise.
  mutating func write(_ cell: Cell, to attribute: Int, of row: RowID) {
    cells[row.type.index][row.index][attribute] = cell
    isWritten[row.type.index][row.index][attribute] = true
    guard let edge = schema[row.type].attributes[attribute].inverse else { return }
    for target in cell.reading.rows where target.type == edge.resource {
      leadBack(edge.attribute, of: target, to: row)
    }
  }

  private mutating func leadBack(_ attribute: Int, of source: RowID, to row: RowID) {
    guard !isWritten[source.type.index][source.index][attribute] else { return }
    let back = Cell(.value(.resource(row)))
    let type = schema.types.unwrapped(schema[source.type].attributes[attribute].type)
    let earlier = cells[source.type.index][source.index][attribute]
    let cell: Cell
    switch schema.types[type] {
    case .list:
      let known = earlier.reading.rows.map { Cell(.value(.resource($0))) }
      cell = Cell(.value(.list(Collection(known + [back], missing: [FixtureNodes.cause]))))
    case .set:
      let known = earlier.reading.rows.map { Cell(.value(.resource($0))) }
      cell = Cell(.value(.set(Collection(known + [back], missing: [FixtureNodes.cause]))))
    default: cell = back
    }
    cells[source.type.index][source.index][attribute] = cell
  }

  /// Returns what is known so far of an attribute.
  func cell(_ attribute: Int, of row: RowID) -> Cell {
    guard cells.indices.contains(row.type.index),
      cells[row.type.index].indices.contains(row.index)
    else { return Cell(.unknown(FixtureNodes.cause)) }
    let declaration = schema[row.type].attributes[attribute]
    return declaration.normalized(
      cells[row.type.index][row.index][attribute], of: schema[row.type].name)
  }

  /// Returns what the node is called in messages: a key, or its type and number.
  func name(of row: RowID) -> String {
    for (index, attribute) in schema[row.type].attributes.enumerated() where attribute.key != nil {
      switch cell(index, of: row).reading.value {
      case .string(let text): return text
      case .arn(let arn): return arn.description
      default: continue
      }
    }
    return "\(schema[row.type].name)#\(row.index + 1)"
  }

  /// Returns the graph of the nodes.
  func freeze(rawValues: RawValues) -> ResourceGraph {
    var builder = GraphBuilder(schema: schema, rawValues: rawValues)
    for (index, rows) in cells.enumerated() {
      let type = ResourceTypeID(index: index)
      // There may be more of everything, so that an inverse that is not written is incomplete.
      builder.setMissing([FixtureNodes.cause], of: type)
      for row in rows {
        let provenance = Provenance(address: "", origin: nil, isNew: false)
        _ = builder.insert(type, row, provenance: provenance)
      }
    }
    return builder.freeze()
  }
}

extension Reading {
  /// The nodes that it is, or that it holds.
  var rows: [RowID] {
    switch self {
    case .value(.resource(let row)): [row]
    case .value(.list(let collection)), .value(.set(let collection)):
      collection.elements.flatMap(\.reading.rows)
    case .value, .absent, .unknown: []
    }
  }
}

extension TermEvaluator {
  /// Returns the node that the literal makes; nodes inside it come after it.
  func fixture(_ type: ResourceTypeID, _ fields: [TermID?]) -> Cell {
    guard let row = fixtures?.reserve(type) else {
      return Cell(.unknown(Cause(.undecidable, "a fixture outside of a test")))
    }
    for (index, field) in fields.enumerated() {
      guard let field else { continue }
      let source = evaluate(field)
      let cell = assigned(source, to: schema[type].attributes[index].type)
      fixtures?.write(cell, to: index, of: row)
    }
    return Cell(.value(.resource(row)))
  }
}
