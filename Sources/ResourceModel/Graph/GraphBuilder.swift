/// Collects nodes, and freezes them into a graph.
///
/// Nodes come as cells, by `insert`, or without an object per value: `insertNode` adds one, and each
/// of its columns in `tables` is given one row. A column that is given no row at all for any node is
/// unknown, as not collected; so what no rule reads need not be filled in.
package struct GraphBuilder: Sendable {
  /// What the nodes are.
  package let schema: Schema

  /// The texts, values and causes that columns name by number.
  package var pools = GraphPools()

  /// The nodes so far, by type.
  package var tables: [ResourceTable]

  private var rawValues: RawValues

  /// Creates a builder without nodes.
  package init(schema: Schema, rawValues: RawValues) {
    self.schema = schema
    self.rawValues = rawValues
    tables = schema.resources.indices.map {
      ResourceTable(ResourceTypeID(index: $0), in: schema)
    }
  }

  /// Says why there may be more nodes of the type than are inserted.
  package mutating func setMissing(_ causes: [Cause], of type: ResourceTypeID) {
    tables[type.index].missing = causes
  }

  /// Takes over values that were made after the builder was.
  package mutating func setRawValues(_ values: RawValues) { rawValues = values }

  /// Adds a node with `cells`, one for each attribute; `nil` for those that no rule reads.
  ///
  /// An edge that the cells name must be to a node that is inserted before the graph is frozen.
  ///
  /// - Precondition: there are as many cells as attributes, and they are `nil` for the same
  ///   attributes as those of other nodes of the type.
  package mutating func insert(
    _ type: ResourceTypeID, _ cells: [Cell?], provenance: Provenance
  ) -> RowID {
    precondition(
      cells.count == tables[type.index].columns.count, "a node has a cell per attribute")
    for (index, cell) in cells.enumerated() {
      if let cell { tables[type.index].columns[index].append(cell, pools: &pools) }
    }
    let address = pools.strings.demand(provenance.address)
    tables[type.index].appendNode(address, origin: provenance.origin, isNew: provenance.isNew)
    return RowID(type: type, index: tables[type.index].count - 1)
  }

  /// Adds a node that the source calls by the text with the number `address`, and whose columns the
  /// caller gives a row each.
  ///
  /// `place` is where it starts in the source, and `account` and `region` are the numbers of the
  /// texts that tell where its edges look for keys that are not unique everywhere.
  package mutating func insertNode(
    _ type: ResourceTypeID, address: UInt32, place: UInt64, isNew: Bool, account: UInt32,
    region: UInt32
  ) -> RowID {
    tables[type.index].appendNode(
      address, place: place, isNew: isNew, account: account, region: region)
    return RowID(type: type, index: tables[type.index].count - 1)
  }

  /// Returns the graph of the nodes, with keys of edges replaced by the nodes they name, and edges
  /// inverted; `jobs` threads work at a time, which changes nothing in the result.
  ///
  /// - Complexity: O(*n*) in the number of values.
  package consuming func freeze(jobs: Int = 1) -> ResourceGraph {
    for index in tables.indices {
      let count = tables[index].count
      for column in tables[index].columns.indices {
        tables[index].columns[column].complete(to: count)
      }
    }
    resolveEdges(jobs: jobs)
    var inverses: [EdgeID: InverseEdge] = [:]
    for (index, resource) in schema.resources.enumerated() {
      for (attribute, declaration) in resource.attributes.enumerated() {
        guard let edge = declaration.inverse else { continue }
        let target = ResourceTypeID(index: index)
        inverses[EdgeID(resource: target, attribute: attribute)] = invert(edge, to: target)
      }
    }
    return ResourceGraph(
      schema: schema, rawValues: rawValues, tables: tables, inverses: inverses, pools: pools)
  }
}
