/// In which container of a kind a node is.
package enum Containment: Hashable, Sendable {
  /// In the one with this key.
  case inside(String)
  /// In none: nodes of the type never are, or this one is not.
  case outside
  /// It is not known, because of this.
  case unknown([Cause])
}

extension ResourceGraph {
  /// Returns in which container of the kind `kind` the node is, directly or by another container.
  package func containment(in kind: ContainerKind, of row: RowID) -> Containment {
    if schema[row.type].container == kind { return containment(of: .value(.resource(row))) }
    var doubts: [Cause] = []
    for edge in schema.containerEdges(of: row.type) {
      let reading = cell(edge.attribute, of: row).reading
      if edge.kind == kind { return containment(of: reading) }
      // What is in a region is in the account of the region, and so on, always outwards.
      guard edge.kind < kind, edge.isOutward else { continue }
      switch reading {
      case .value(.resource(let node)):
        switch containment(in: kind, of: node) {
        case .inside(let key): return .inside(key)
        case .outside: continue
        case .unknown(let causes): doubts += causes
        }
      case .unknown(let causes): doubts += causes
      case .value, .absent: continue
      }
    }
    return doubts.isEmpty ? .outside : .unknown(doubts)
  }

  private func containment(of reading: Reading) -> Containment {
    switch reading {
    case .absent: return .outside
    case .unknown(let causes): return .unknown(causes)
    case .value(.resource(let container)):
      if let key = key(of: container) { return .inside(key) }
      let what = schema[container.type].container?.rawValue ?? "container"
      return .unknown([Cause(.undecidable, "the \(what) has no known id")])
    case .value: return .outside
    }
  }
}
