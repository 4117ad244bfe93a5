internal import DomainValues
package import SourceText

/// The nodes and edges of one input, frozen.
package struct ResourceGraph: Sendable {
  /// What the nodes are.
  package let schema: Schema

  /// The values that have no schema.
  package let rawValues: RawValues

  /// The nodes, by type.
  package let tables: [ResourceTable]

  /// The texts, values and causes that columns name by number.
  package let pools: GraphPools

  /// Whether any node or cell says where it stands in its source.
  package let hasOrigins: Bool

  private let inverses: [EdgeID: InverseEdge]

  /// The 0-based index of the first attribute of each type that is a key, if that is a text.
  private let firstKeys: [Int?]

  init(
    schema: Schema, rawValues: RawValues, tables: [ResourceTable],
    inverses: [EdgeID: InverseEdge], pools: GraphPools
  ) {
    self.schema = schema
    self.rawValues = rawValues
    self.tables = tables
    self.inverses = inverses
    self.pools = pools
    firstKeys = zip(schema.resources, tables).map { type, table in
      let key = type.attributes.firstIndex { $0.key != nil }
      return key.flatMap { table.columns[$0].isOfTexts ? $0 : nil }
    }
    hasOrigins = rawValues.count > 0 || tables.contains { $0.hasOrigins }
  }

  /// Returns the other direction of the edge that `edge`, an attribute that is declared as an
  /// inverse, comes from.
  package func inverse(_ edge: EdgeID) -> InverseEdge? { inverses[edge] }

  /// Returns the number of nodes of the type.
  package func count(of type: ResourceTypeID) -> Int { tables[type.index].count }

  /// Returns the nodes of the type, in the order of the input.
  package func rows(of type: ResourceTypeID) -> [RowID] {
    (0..<count(of: type)).map { RowID(type: type, index: $0) }
  }

  /// Returns why there may be more nodes of the type than the graph holds; empty when it holds
  /// all of them.
  package func missing(of type: ResourceTypeID) -> [Cause] { tables[type.index].missing }

  /// Returns where the node came from.
  package func provenance(of row: RowID) -> Provenance {
    tables[row.type.index].provenance(at: row.index, strings: pools.strings)
  }

  /// Returns where the node stands in its source.
  package func origin(of row: RowID) -> SourceRange? {
    tables[row.type.index].origin(at: row.index)
  }

  /// Returns what the attribute at the 0-based index `attribute` of the node is.
  package func cell(_ attribute: Int, of row: RowID) -> Cell {
    // In a span, because an element of an array would be copied to be asked.
    let cell = tables.span[row.type.index].cell(attribute, at: row.index, pools: pools)
    // A value stands, whatever the declaration says.
    if case .value = cell.reading { return cell }
    let declaration = schema.resources[row.type.index].attributes[attribute]
    let edge = EdgeID(resource: row.type, attribute: attribute)
    if declaration.inverse != nil, let inverse = inverses[edge] {
      // What was written out, as fixtures do, stands; the rest comes from the other direction.
      switch cell.reading {
      case .value, .absent: return cell
      case .unknown:
        let isSole = schema.types.isOptional(declaration.type)
        return Cell(
          isSole
            ? inverse.soleReading(of: row.index, causes: pools.causes)
            : inverse.reading(of: row.index, causes: pools.causes))
      }
    }
    guard case .absent = cell.reading else { return cell }
    switch declaration.absence {
    case .allowed: return cell
    case .value(let value): return Cell(.value(value), origin: cell.origin)
    case .malformed:
      let cause = Cause(
        .malformed, "\(schema[row.type].name).\(declaration.name) is not set", origin: cell.origin)
      return Cell(.unknown(cause), origin: cell.origin)
    }
  }

  /// Returns what people call the node, which is never empty: its source's name, else a key, else its
  /// type and number.
  package func name(of row: RowID) -> String {
    if let text = nameText(of: row) { return pools.strings[text] }
    if let key = key(of: row), !key.isEmpty { return key }
    return "\(schema[row.type].name)#\(row.index + 1)"
  }

  /// Returns the number in the pool of what `name(of:)` returns, or `nil` where only looking at the
  /// text tells.
  package func nameText(of row: RowID) -> UInt32? {
    let address = tables[row.type.index].addresses[row.index]
    if address != 0 { return address }
    // The empty text is no name.
    return firstKeyText(of: row).flatMap { $0 == 0 ? nil : $0 }
  }

  /// Returns the identity of the node within the source: the value of the first known one of those keys
  /// that name its type's nodes.
  ///
  /// Others do not count: whether they were read hangs on the rules.
  package func key(of row: RowID) -> String? {
    if let text = firstKeyText(of: row) { return pools.strings[text] }
    for index in schema[row.type].namingKeys {
      switch cell(index, of: row).reading.value {
      case .string(let text): return text
      case .arn(let arn): return arn.description
      default: continue
      }
    }
    return nil
  }

  /// Returns the number in the pool of the first key of the node, or `nil` if that is not known to be
  /// a text.
  private func firstKeyText(of row: RowID) -> UInt32? {
    let (type, index) = (row.type.index, row.index)
    guard let key = firstKeys[type] else { return nil }
    // Without naming the column itself, which would be copied for each node that is asked for.
    guard index < tables[type].columns[key].states.count,
      tables[type].columns[key].states[index] == CellState.value.rawValue
    else { return nil }
    return tables[type].columns[key].ids[index]
  }

  /// Returns the container of the kind `kind` that the node is in or is.
  package func container(_ kind: ContainerKind, of row: RowID) -> RowID? {
    if schema[row.type].container == kind { return row }
    for edge in schema.containerEdges(of: row.type) where edge.kind == kind {
      if case .resource(let found) = cell(edge.attribute, of: row).reading.value { return found }
    }
    return nil
  }
}
