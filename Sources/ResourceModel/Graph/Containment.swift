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
    let own = schema[row.type].container
    if own == kind { return containment(of: .value(.resource(row))) }
    var doubts: [Cause] = []
    for index in containerAttributes(of: row.type) {
      let type = schema[row.type].attributes[index].type
      guard case .resource(let target) = schema.types[schema.types.unwrapped(type)],
        let container = schema[target].container
      else { continue }
      let reading = cell(index, of: row).reading
      if container == kind { return containment(of: reading) }
      // What is in a region is in the account of the region, and so on, always outwards.
      guard container < kind, own.map({ $0 < container }) ?? true else { continue }
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

  /// Returns the 0-based indices of the attributes of the type that say which containers its nodes
  /// are in.
  package func containerAttributes(of type: ResourceTypeID) -> [Int] {
    let attributes = schema.resources[type.index].attributes
    return attributes.indices.filter { index in
      guard attributes[index].inverse == nil,
        case .resource(let target) = schema.types[schema.types.unwrapped(attributes[index].type)]
      else { return false }
      return schema.resources[target.index].container != nil
    }
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
