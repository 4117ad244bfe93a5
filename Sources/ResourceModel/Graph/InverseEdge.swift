/// The other direction of an edge: for each node, the nodes that refer to it.
struct InverseEdge: Sendable {
  /// The referring nodes of all nodes, grouped.
  private let sources: [RowID]

  /// Where the group of each node ends in `sources`.
  private let ends: [Int]

  /// Why groups may be incomplete, by node.
  private let missing: [[Cause]]

  /// Creates the inverse of edges given as pairs, for `count` nodes.
  ///
  /// - Complexity: O(*n* log *n*) in the number of pairs.
  init(_ pairs: [(target: Int, source: RowID)], missing: [[Cause]]) {
    let sorted = pairs.sorted { ($0.target, $0.source) < ($1.target, $1.source) }
    var sources: [RowID] = []
    var ends = Array(repeating: 0, count: missing.count)
    var previous: (target: Int, source: RowID)?
    for pair in sorted where previous?.target != pair.target || previous?.source != pair.source {
      sources.append(pair.source)
      ends[pair.target] = sources.count
      previous = pair
    }
    for index in ends.indices.dropFirst() { ends[index] = Swift.max(ends[index], ends[index - 1]) }
    self.sources = sources
    self.ends = ends
    self.missing = missing
  }

  /// Returns the one node that refers to the node at the 0-based index `row`.
  ///
  /// A source has at most one; that there are several breaks the schema.
  func soleReading(of row: Int) -> Reading {
    let range = (row == 0 ? 0 : ends[row - 1])..<ends[row]
    if range.count > 1 {
      return .unknown(Cause(.malformed, "\(range.count) resources where there is at most one"))
    }
    if let only = sources[range].first { return .value(.resource(only)) }
    return missing[row].isEmpty ? .absent : .unknown(missing[row])
  }

  /// Returns the list of the nodes that refer to the node at the 0-based index `row`.
  func reading(of row: Int) -> Reading {
    let range = (row == 0 ? 0 : ends[row - 1])..<ends[row]
    let elements = sources[range].map { Cell(.value(.resource($0))) }
    return .value(.list(Collection(elements, missing: missing[row])))
  }
}
