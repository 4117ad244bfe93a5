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
  /// Returns in which container of the kind `kind` the node is, directly or by its region.
  package func containment(in kind: ContainerKind, of row: RowID) -> Containment {
    if schema[row.type].container == kind { return containment(of: .value(.resource(row))) }
    var found = Containment.outside
    for (index, attribute) in schema[row.type].attributes.enumerated() {
      guard attribute.inverse == nil,
        case .resource(let target) = schema.types[schema.types.unwrapped(attribute.type)],
        let container = schema[target].container
      else { continue }
      let reading = cell(index, of: row).reading
      if container == kind { return containment(of: reading) }
      // What is in a region is in the account of the region.
      guard container == .region, kind != .region else { continue }
      switch reading {
      case .value(.resource(let region)): found = containment(in: kind, of: region)
      case .unknown(let causes): found = .unknown(causes)
      case .value, .absent: continue
      }
    }
    return found
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
