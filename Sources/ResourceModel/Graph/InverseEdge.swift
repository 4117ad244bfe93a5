/// The other direction of an edge: for each node, the nodes that refer to it.
package struct InverseEdge: Sendable {
  /// The type of the nodes that refer to others.
  package let source: ResourceTypeID

  /// The 0-based rows of the referring nodes of all nodes, grouped, each once in its group.
  package let sources: [UInt32]

  /// Where the group of each node ends in `sources`.
  package let ends: [UInt32]

  /// Why groups may be incomplete, as numbers of cause lists.
  package let missing: RunLengthIDs

  /// Creates the inverse of the edges from `sources` to `targets`, two parallel arrays of 0-based
  /// rows, of which the sources ascend; there are `count` nodes that edges lead to.
  ///
  /// - Complexity: O(*n*) in the number of edges and nodes.
  init(
    from source: ResourceTypeID, _ sources: [UInt32], to targets: [UInt32], count: Int,
    missing: RunLengthIDs
  ) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for target in targets { starts[Int(target) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var places = starts
    var grouped = [UInt32](repeating: 0, count: sources.count)
    for (index, target) in targets.enumerated() {
      grouped[Int(places[Int(target)])] = sources[index]
      places[Int(target)] += 1
    }
    // A node may name another twice; sources ascend within a group, so that is seen next to each
    // other.
    var kept: [UInt32] = []
    kept.reserveCapacity(grouped.count)
    var ends = [UInt32](repeating: 0, count: count)
    for row in 0..<count {
      var previous: UInt32?
      for index in Int(starts[row])..<Int(starts[row + 1]) where grouped[index] != previous {
        previous = grouped[index]
        kept.append(grouped[index])
      }
      ends[row] = UInt32(kept.count)
    }
    self.source = source
    self.sources = kept
    self.ends = ends
    self.missing = missing
  }

  /// Returns where the nodes that refer to the one at the 0-based index are in `sources`.
  package func group(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  /// Returns the one node that refers to the node at the 0-based index `row`.
  ///
  /// A source has at most one; that there are several breaks the schema.
  func soleReading(of row: Int, causes: CausePool) -> Reading {
    let group = group(of: row)
    if group.count > 1 {
      return .unknown(Cause(.malformed, "\(group.count) resources where there is at most one"))
    }
    if group.count == 1 { return .value(.resource(node(group.lowerBound))) }
    let missing = causes[missing[row]]
    return missing.isEmpty ? .absent : .unknown(missing)
  }

  /// Returns the list of the nodes that refer to the node at the 0-based index `row`.
  func reading(of row: Int, causes: CausePool) -> Reading {
    let elements = group(of: row).map { Cell(.value(.resource(node($0)))) }
    return .value(.list(Collection(elements, missing: causes[missing[row]])))
  }

  private func node(_ index: Int) -> RowID { RowID(type: source, index: Int(sources[index])) }
}
