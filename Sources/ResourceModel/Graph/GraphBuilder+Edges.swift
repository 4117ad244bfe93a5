internal import SourceText

/// What becomes of edges when the graph freezes.
extension GraphBuilder {
  /// Of how many edges that are not known an inverse tells by itself; of more it says how many.
  private static let mostCauses = 32

  /// Puts nodes in the place of keys.
  mutating func resolveEdges() {
    var indices: [ResourceTypeID: KeyIndex] = [:]
    for index in tables.indices {
      for column in tables[index].columns.indices
      where tables[index].columns[column].holdsPendingEdge {
        var changed = tables[index].columns[column]
        // The table must not hold a second reference while the column changes.
        tables[index].columns[column] = changed.withoutRows
        resolve(&changed, owners: nil, of: index, &indices)
        tables[index].columns[column] = changed
      }
    }
  }

  /// Puts nodes in the place of keys in `column`; `owners` are the rows of the table that its rows
  /// belong to, unless they are the same.
  private mutating func resolve(
    _ column: inout Column, owners: [UInt32]?, of table: Int,
    _ indices: inout [ResourceTypeID: KeyIndex]
  ) {
    switch column.kind {
    case .edges(let target):
      let known =
        indices[target]
        ?? KeyIndex(tables[target.index], schema[target].attributes)
      indices[target] = known
      var (lost, lists): ([UInt32], [UInt32]) = ([], [])
      // Neighbours are in one account and region, to which edges of all of them lead.
      var last: (text: UInt32, owner: Int, node: UInt32?)?
      for row in 0..<column.count where column.state(at: row) == .pending {
        let owner = owners.map { Int($0[row]) } ?? row
        let text = column.ids[row]
        let node: UInt32?
        if let last, last.text == text, tables[table].isNeighbour(last.owner, owner) {
          node = last.node
        } else {
          node = known.node(named: text, for: tables[table], owner)
          last = (text, owner, node)
        }
        if let node {
          column.resolve(row, to: node)
        } else {
          let nodes = known.nodes(named: text, for: tables[table], owner)
          lost.append(UInt32(row))
          lists.append(unresolved(text, nodes, target, origin: column.origin(at: row)))
        }
      }
      column.resolve(lost, toCauses: lists)
    case .runs, .pairs:
      guard !column.isSkipped else { return }
      var inner: [UInt32] = []
      for row in 0..<column.count {
        let owner = owners?[row] ?? UInt32(row)
        for _ in column.run(at: row) { inner.append(owner) }
      }
      for index in column.children.indices {
        resolve(&column.children[index], owners: inner, of: table, &indices)
      }
    case .structure:
      for index in column.children.indices {
        resolve(&column.children[index], owners: owners, of: table, &indices)
      }
    case .bits, .integers, .floats, .cases, .strings, .arns, .pooled: break
    }
  }

  private mutating func unresolved(
    _ text: UInt32, _ nodes: [UInt32], _ target: ResourceTypeID, origin: SourceRange?
  ) -> UInt32 {
    let name = GraphBuilder.clipped(pools.strings[text])
    guard !nodes.isEmpty else {
      return pools.causes.demand([Cause(.unresolvedReference, name, origin: origin)])
    }
    let names = nodes.prefix(3).map { row in
      let address = pools.strings[tables[target.index].addresses[Int(row)]]
      return address.isEmpty ? "#\(row + 1)" : address
    }
    let more = nodes.count > 3 ? ", …" : ""
    let list = names.joined(separator: ", ")
    return pools.causes.demand([
      Cause(.unresolvedReference, "\(name) may be \(list)\(more)", origin: origin)
    ])
  }

  private static func clipped(_ text: String) -> String {
    text.unicodeScalars.count <= 120 ? text : String(text.unicodeScalars.prefix(120)) + "…"
  }

  /// Returns the inverse of `edge` for the nodes of `target`.
  mutating func invert(_ edge: EdgeID, to target: ResourceTypeID) -> InverseEdge {
    let table = tables[edge.resource.index]
    let column = table.columns[edge.attribute]
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    // An edge that is not known may lead to any node.
    var unknown: [Cause] = []
    var unknownCount = 0
    func note(_ causes: [Cause], _ row: Int) {
      unknownCount += 1
      guard unknownCount <= GraphBuilder.mostCauses else { return }
      unknown += causes.map { described($0, edge, table.addresses[row]) }
    }
    func visit(_ ends: Column, _ row: Int, of source: Int) {
      switch ends.state(at: row) {
      case .value:
        guard case .edges(let type) = ends.kind, type == target else { return }
        sources.append(UInt32(source))
        targets.append(ends.ids[row])
      case .unknown: note(ends.causeList(at: row, pools.causes), source)
      case .absent, .pending: break
      }
    }
    for row in 0..<table.count {
      switch (column.kind, column.state(at: row)) {
      case (.runs, .value):
        for element in column.run(at: row) { visit(column.children[0], element, of: row) }
        let missing = column.missing[row]
        if missing != 0 { note(pools.causes[missing], row) }
      default: visit(column, row, of: row)
      }
    }
    if unknownCount > GraphBuilder.mostCauses, let kind = unknown.first?.kind {
      let rest = unknownCount - GraphBuilder.mostCauses
      unknown.append(Cause(kind, "and \(rest) more edges that are not known"))
    }
    // All nodes share the two lists, because there may be many of both.
    let ofNew = pools.causes.demand(unknown.distinct)
    let ofOthers = pools.causes.demand((table.missing + unknown).distinct)
    var missing = RunLengthIDs()
    let count = tables[target.index].count
    for row in 0..<count {
      missing.append(tables[target.index].isNew(row) ? ofNew : ofOthers, at: row)
    }
    return InverseEdge(
      from: edge.resource, sources, to: targets, count: count, missing: missing)
  }

  /// Returns `cause` with the node whose edge it is.
  private func described(_ cause: Cause, _ edge: EdgeID, _ address: UInt32) -> Cause {
    let address = pools.strings[address]
    let name = schema[edge.resource].attributes[edge.attribute].name
    let place = address.isEmpty ? "" : "\(address).\(name)"
    return cause.detail.isEmpty ? Cause(cause.kind, place, origin: cause.origin) : cause
  }
}

extension Column {
  /// Whether a key waits for being replaced by a node, here or below.
  fileprivate var holdsPendingEdge: Bool {
    if case .edges = kind { return states.contains(CellState.pending.rawValue) }
    return children.contains { $0.holdsPendingEdge }
  }
}
