/// Collects nodes, and freezes them into a graph.
package struct GraphBuilder: Sendable {
  /// What the nodes are.
  package let schema: Schema

  private var rawValues: RawValues
  private var tables: [ResourceTable]
  private var pool = ValuePool()

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

  /// Adds a node with `cells`, one for each attribute.
  ///
  /// An edge that the cells name must be to a node that is inserted before the graph is frozen.
  ///
  /// - Precondition: there are as many cells as attributes.
  package mutating func insert(
    _ type: ResourceTypeID, _ cells: [Cell], provenance: Provenance
  ) -> RowID {
    precondition(cells.count == schema[type].attributes.count, "a node has a cell per attribute")
    for (index, cell) in cells.enumerated() {
      tables[type.index].columns[index].append(cell, pool: &pool)
    }
    tables[type.index].provenance.append(provenance)
    return RowID(type: type, index: tables[type.index].provenance.count - 1)
  }

  /// Returns the graph of the nodes, with its edges inverted.
  package consuming func freeze() -> ResourceGraph {
    var inverses: [EdgeID: InverseEdge] = [:]
    for (index, resource) in schema.resources.enumerated() {
      for (attribute, declaration) in resource.attributes.enumerated() {
        guard let edge = declaration.inverse else { continue }
        let target = ResourceTypeID(index: index)
        inverses[EdgeID(resource: target, attribute: attribute)] = invert(edge, to: target)
      }
    }
    return ResourceGraph(
      schema: schema, rawValues: rawValues, tables: tables, inverses: inverses, pool: pool)
  }

  /// Returns the inverse of `edge` for the nodes of `target`.
  private func invert(_ edge: EdgeID, to target: ResourceTypeID) -> InverseEdge {
    let table = tables[edge.resource.index]
    var pairs: [(target: Int, source: RowID)] = []
    // An edge that is not known may lead to any node.
    var unknown: [Cause] = []
    for index in table.provenance.indices {
      let source = RowID(type: edge.resource, index: index)
      let cell = table.columns[edge.attribute].cell(at: index, pool: pool)
      for reading in GraphBuilder.ends(of: cell.reading) {
        switch reading {
        case .value(.resource(let row)) where row.type == target: pairs.append((row.index, source))
        case .unknown(let causes): unknown += causes.map { described($0, edge, source) }
        case .value, .absent: continue
        }
      }
    }
    // All nodes share the two lists, because there may be many of both.
    let (ofNew, ofOthers) = (unknown.distinct, (table.missing + unknown).distinct)
    let missing = tables[target.index].provenance.map { $0.isNew ? ofNew : ofOthers }
    return InverseEdge(pairs, missing: missing)
  }

  /// Returns `cause` with the node whose edge it is.
  private func described(_ cause: Cause, _ edge: EdgeID, _ source: RowID) -> Cause {
    let address = tables[source.type.index].provenance[source.index].address
    let name = schema[edge.resource].attributes[edge.attribute].name
    let place = address.isEmpty ? "" : "\(address).\(name)"
    return cause.detail.isEmpty ? Cause(cause.kind, place, origin: cause.origin) : cause
  }

  /// Returns the ends of one or several edges.
  private static func ends(of reading: Reading) -> [Reading] {
    switch reading {
    case .value(.list(let collection)), .value(.set(let collection)):
      let more: [Reading] = collection.missing.isEmpty ? [] : [.unknown(collection.missing)]
      return collection.elements.map(\.reading) + more
    case .value, .absent, .unknown: return [reading]
    }
  }
}

extension [Cause] {
  /// The causes, each once, in a stable order.
  package var distinct: [Cause] { Set(self).sorted() }
}
