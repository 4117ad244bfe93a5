internal import DomainValues
package import ResourceModel

/// Which resources something is for: those that match in every respect that is named.
package struct ResourceScope: Hashable, Sendable {
  /// Patterns of the ids of accounts; empty for any.
  var accounts: [String] = []

  /// Patterns of the paths of organizational units; empty for any.
  var units: [String] = []

  /// Patterns of the names of regions; empty for any.
  var regions: [String] = []

  /// The tags that a resource must have, all of them.
  var tags: [Tag] = []

  /// A tag that a resource must have.
  struct Tag: Hashable, Sendable {
    /// The key.
    let key: String

    /// Patterns of the value, of which one must match.
    let patterns: [String]
  }

  /// The scope of all resources.
  package static let everything = ResourceScope()

  /// Whether it names nothing, so that every resource is within it.
  package var isUnlimited: Bool { self == .everything }

  /// Whether every resource that has an account, a region and so on is within it.
  package var isWide: Bool {
    (accounts + units + regions + tags.flatMap(\.patterns)).allSatisfy { Glob($0) == .everything }
  }

  /// Returns whether the node is within the scope.
  package func contains(
    _ row: RowID, in graph: ResourceGraph, accounts directory: AccountDirectory
  ) -> ScopeAnswer {
    var answer = ScopeAnswer.yes
    if !accounts.isEmpty {
      answer = answer.and(contained(row, .account, graph) { matches($0, accounts) })
    }
    if !units.isEmpty {
      let patterns = units.map { Glob($0) }
      answer = answer.and(
        contained(row, .account, graph) { directory.isInUnit($0, patterns) })
    }
    if !regions.isEmpty {
      answer = answer.and(contained(row, .region, graph) { matches($0, regions) })
    }
    for tag in tags { answer = answer.and(has(tag, row, graph)) }
    return answer
  }

  private func contained(
    _ row: RowID, _ kind: ContainerKind, _ graph: ResourceGraph,
    _ test: (String) -> ScopeAnswer
  ) -> ScopeAnswer {
    switch graph.containment(in: kind, of: row) {
    case .inside(let key): test(key)
    case .outside: .no
    case .unknown(let causes): .unknown(causes)
    }
  }

  private func matches(_ text: String, _ patterns: [String]) -> ScopeAnswer {
    ScopeAnswer(patterns.contains { Glob($0).matches(text) })
  }

  /// The attribute that holds the tags of resources of all types.
  private static let tagAttribute = "tags"

  /// The names of the attributes that scopes can look at.
  package static let attributeNames: Set<String> = [tagAttribute]

  /// The names of the attributes by which it tells whether a resource is within it.
  package var attributeNames: Set<String> { tags.isEmpty ? [] : ResourceScope.attributeNames }

  private func has(_ tag: Tag, _ row: RowID, _ graph: ResourceGraph) -> ScopeAnswer {
    guard let index = graph.schema[row.type].attribute(named: ResourceScope.tagAttribute) else {
      return .no
    }
    switch graph.cell(index, of: row).reading {
    case .absent: return .no
    case .unknown(let causes): return .unknown(causes)
    case .value(.map(let entries, let missing)):
      guard let entry = entries.first(where: { $0.key == .string(tag.key) }) else {
        return missing.isEmpty ? .no : .unknown(missing)
      }
      switch entry.value.reading {
      case .value(.string(let text)): return matches(text, tag.patterns)
      case .unknown(let causes): return .unknown(causes)
      case .value, .absent: return .no
      }
    case .value: return .no
    }
  }

  /// The scope in words; empty when it is unlimited.
  package var label: String {
    var parts: [String] = []
    func add(_ one: String, _ many: String, _ names: [String]) {
      if !names.isEmpty {
        parts.append("\(names.count == 1 ? one : many) \(names.joined(separator: ", "))")
      }
    }
    add("account", "accounts", accounts)
    add("unit", "units", units)
    add("region", "regions", regions)
    add("tag", "tags", tags.map { "\($0.key)=\($0.patterns.joined(separator: "|"))" })
    return parts.joined(separator: ", ")
  }
}
