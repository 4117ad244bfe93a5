package import ResourceModel

/// A resource as reports name it.
package struct ResourceReference: Hashable, Sendable {
  /// The dotted name of its type.
  package let type: String

  /// Its identity at its provider, if known.
  package let id: String?

  /// The source's own name of it; empty for what no source names, such as accounts.
  package let address: String

  /// The account it is in, if known.
  package let account: String?

  /// The region it is in, if known.
  package let region: String?

  /// What people call it; never empty.
  package let name: String

  /// The 0-based index of the input that it is from.
  package let input: Int

  /// The node in the graph of that input.
  package let row: RowID
}

extension ResourceReference {
  /// Creates the reference to the node `row` of `graph`, which is made of the input at `input`.
  package init(_ row: RowID, of graph: ResourceGraph, input: Int) {
    func key(_ kind: ContainerKind) -> String? {
      guard let container = graph.container(kind, of: row) else { return nil }
      return graph.key(of: container)
    }
    self.init(
      type: graph.schema[row.type].name, id: graph.key(of: row),
      address: graph.provenance(of: row).address, account: key(.account), region: key(.region),
      name: ResourceReference.name(of: row, in: graph), input: input, row: row)
  }

  /// Returns what people call the node; of accounts and regions with the word before it, because
  /// their names alone say little.
  private static func name(of row: RowID, in graph: ResourceGraph) -> String {
    let name = graph.name(of: row)
    guard let container = graph.schema[row.type].container else { return name }
    return "\(container.rawValue) \(graph.key(of: row) ?? name)"
  }
}
