import ResourceModel

/// A graph as its cells, which can be changed before it is frozen again.
struct GraphCopy {
  /// The types of the nodes.
  let schema: Schema
  /// The cells, by type, row and attribute.
  var cells: [[[Cell]]]

  private let graph: ResourceGraph

  /// Takes the cells of `graph`; inverses become what they are, and no longer follow from edges.
  init(_ graph: ResourceGraph) {
    self.graph = graph
    schema = graph.schema
    cells = graph.schema.resources.indices.map { index in
      graph.rows(of: ResourceTypeID(index: index)).map { row in
        graph.schema[row.type].attributes.indices.map { graph.cell($0, of: row) }
      }
    }
  }

  /// Returns the graph of the cells.
  func frozen() -> ResourceGraph {
    var builder = GraphBuilder(schema: schema, rawValues: graph.rawValues)
    for (index, rows) in cells.enumerated() {
      let type = ResourceTypeID(index: index)
      builder.setMissing(graph.missing(of: type), of: type)
      for (number, row) in rows.enumerated() {
        _ = builder.insert(
          type, row, provenance: graph.provenance(of: RowID(type: type, index: number)))
      }
    }
    return builder.freeze()
  }

  /// Returns the same graph with its nodes in another order: that which `order` makes of the rows
  /// of each type; lists of inverse edges are in another order too.
  func reordered(_ order: @escaping (Int) -> [Int]) -> (
    graph: ResourceGraph, places: [RowID: RowID]
  ) {
    var places: [RowID: RowID] = [:]
    var orders: [[Int]] = []
    for (index, rows) in cells.enumerated() {
      let type = ResourceTypeID(index: index)
      let newOrder = order(rows.count)
      orders.append(newOrder)
      for (new, old) in newOrder.enumerated() {
        places[RowID(type: type, index: old)] = RowID(type: type, index: new)
      }
    }
    var builder = GraphBuilder(schema: schema, rawValues: graph.rawValues)
    for (index, rows) in cells.enumerated() {
      let type = ResourceTypeID(index: index)
      builder.setMissing(graph.missing(of: type), of: type)
      for old in orders[index] {
        let row = rows[old].enumerated().map { attribute, cell in
          let isInverse = schema[type].attributes[attribute].inverse != nil
          return GraphCopy.moved(cell, places, shuffle: isInverse ? order : nil)
        }
        _ = builder.insert(
          type, row, provenance: graph.provenance(of: RowID(type: type, index: old)))
      }
    }
    return (builder.freeze(), places)
  }

  private static func moved(
    _ cell: Cell, _ places: [RowID: RowID], shuffle: ((Int) -> [Int])? = nil
  ) -> Cell {
    guard case .value(let value) = cell.reading else { return cell }
    return Cell(.value(moved(value, places, shuffle)), origin: cell.origin)
  }

  private static func moved(
    _ value: Value, _ places: [RowID: RowID], _ shuffle: ((Int) -> [Int])?
  ) -> Value {
    switch value {
    case .resource(let row): return .resource(places[row] ?? row)
    case .list(let list): return .list(moved(list, places, shuffle))
    case .set(let set): return .set(moved(set, places, shuffle))
    case .map(let entries, let missing):
      return .map(
        entries.map { MapEntry(key: $0.key, value: moved($0.value, places)) }, missing: missing)
    case .structure(let type, let fields):
      return .structure(type, fields.map { moved($0, places) })
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration:
      return value
    }
  }

  private static func moved(
    _ collection: Collection, _ places: [RowID: RowID], _ shuffle: ((Int) -> [Int])?
  ) -> Collection {
    let order = shuffle?(collection.elements.count) ?? Array(collection.elements.indices)
    return Collection(
      order.map { moved(collection.elements[$0], places) }, missing: collection.missing)
  }
}
