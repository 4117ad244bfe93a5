internal import Parallelism
internal import SourceText

/// What becomes of edges when the graph freezes.
extension GraphBuilder {
  /// Of how many edges that are not known an inverse tells by itself; of more it says how many.
  private static let mostCauses = 32

  /// The number of rows whose keys a thread looks up at a time.
  private static let portion = 1 << 13

  /// What stands for there being no node.
  private static let nowhere = UInt32.max

  /// Puts nodes in the place of keys, which at most `jobs` threads look up at a time.
  mutating func resolveEdges(jobs: Int) {
    var indices: [ResourceTypeID: KeyIndex] = [:]
    for index in tables.indices {
      for column in tables[index].columns.indices
      where tables.span[index].holdsPendingEdge(in: column) {
        var changed = tables[index].columns[column]
        // The table must not hold a second reference while the column changes.
        tables[index].columns[column] = changed.withoutRows
        resolve(&changed, owners: nil, of: index, &indices, jobs: jobs)
        tables[index].columns[column] = changed
      }
    }
  }

  /// Puts nodes in the place of keys in `column`; `owners` are the rows of the table that its rows
  /// belong to, unless they are the same.
  private mutating func resolve(
    _ column: inout Column, owners: [UInt32]?, of table: Int,
    _ indices: inout [ResourceTypeID: KeyIndex], jobs: Int
  ) {
    switch column.kind {
    case .edges(let target):
      let known =
        indices[target]
        ?? KeyIndex(tables[target.index], schema[target].attributes)
      indices[target] = known
      var (lost, lists): ([UInt32], [UInt32]) = ([], [])
      let found = GraphBuilder.nodes(
        namedIn: column, owners: owners, of: tables[table], by: known, jobs: jobs)
      var row = 0
      for node in found.joined() {
        if node != GraphBuilder.nowhere {
          column.resolve(row, to: node)
        } else if column.state(at: row) == .pending {
          let text = column.ids[row]
          let owner = owners.map { Int($0[row]) } ?? row
          let nodes = known.nodes(named: text, for: tables[table], owner)
          lost.append(UInt32(row))
          lists.append(unresolved(text, nodes, target, origin: column.origin(at: row)))
        }
        row += 1
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
        resolve(&column.children[index], owners: inner, of: table, &indices, jobs: jobs)
      }
    case .structure:
      for index in column.children.indices {
        resolve(&column.children[index], owners: owners, of: table, &indices, jobs: jobs)
      }
    case .bits, .integers, .floats, .cases, .strings, .arns, .pooled: break
    }
  }

  /// Returns the one node that the key in each row of `column` names, portion by portion; `nowhere`
  /// where there is no key, or it names none or several.
  private static func nodes(
    namedIn column: Column, owners: [UInt32]?, of table: ResourceTable, by known: KeyIndex,
    jobs: Int
  ) -> [[UInt32]] {
    let portions = (column.count + portion - 1) / portion
    return ConcurrentWork.map(portions, jobs: jobs) { number in
      let first = number * portion
      var nodes = [UInt32](repeating: nowhere, count: min(portion, column.count - first))
      // Neighbours are in one account and region, to which edges of all of them lead.
      var last: (text: UInt32, owner: Int, node: UInt32?)?
      for offset in nodes.indices where column.state(at: first + offset) == .pending {
        let owner = owners.map { Int($0[first + offset]) } ?? first + offset
        let text = column.ids[first + offset]
        if let last, last.text == text, table.isNeighbour(last.owner, owner) {
          nodes[offset] = last.node ?? nowhere
        } else {
          let node = known.node(named: text, for: table, owner)
          nodes[offset] = node ?? nowhere
          last = (text, owner, node)
        }
      }
      return nodes
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
    let declaration = schema[edge.resource].attributes[edge.attribute]
    let hasAllElements = !schema.types.hasOptionalElements(declaration.type)
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    // An edge that is not known may lead to any node.
    var unknown: [Cause] = []
    var unknownCount = 0
    func note(_ causes: [Cause], _ row: Int) {
      unknownCount += 1
      guard unknownCount <= GraphBuilder.mostCauses else { return }
      unknown += causes.map { described($0, edge, table.addresses[row]) }
    }
    func visit(_ ends: Column, _ row: Int, of source: Int, isElement: Bool = false) {
      switch ends.state(at: row) {
      case .value:
        guard case .edges(let type) = ends.kind, type == target else { return }
        sources.append(UInt32(source))
        targets.append(ends.ids[row])
      case .unknown: note(ends.causeList(at: row, pools.causes), source)
      case .absent where isElement ? hasAllElements : declaration.absence == .malformed:
        note([Cause(.malformed, origin: ends.origin(at: row))], source)
      case .absent, .pending: break
      }
    }
    for row in 0..<table.count {
      switch (column.kind, column.state(at: row)) {
      case (.runs, .value):
        for element in column.run(at: row) {
          visit(column.children[0], element, of: row, isElement: true)
        }
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

extension ResourceTable {
  /// Returns whether a key in the column waits for being replaced by a node.
  fileprivate func holdsPendingEdge(in column: Int) -> Bool {
    columns.span[column].holdsPendingEdge
  }
}

extension Column {
  /// Whether a key waits for being replaced by a node, here or below.
  fileprivate var holdsPendingEdge: Bool {
    if case .edges = kind { return states.contains(CellState.pending.rawValue) }
    return children.indices.contains { children.span[$0].holdsPendingEdge }
  }
}
