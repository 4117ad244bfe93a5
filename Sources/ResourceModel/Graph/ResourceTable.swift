package import SourceText

/// The nodes of one type: a row each, a column for each attribute.
package struct ResourceTable: Sendable {
  /// The columns, by attribute.
  package var columns: [Column]

  /// Why there may be more nodes of the type; empty when there are not.
  package var missing: [Cause] = []

  /// The numbers of the sources' own names of the nodes, by row.
  package internal(set) var addresses: [UInt32] = []

  /// Where nodes stand in the source; empty when none says so.
  private var origins: [SourceRange?] = []

  /// Where nodes start in a source that is not kept, as `Place` writes it; empty when none says so.
  var places: [UInt64] = []

  /// Whether everything that is attached to a node is in the same input, 1 or 0.
  var newness = RunLengthIDs()

  /// The texts of the accounts and regions in which keys are looked for; empty when no edge is found
  /// by a key.
  var accounts: [UInt32] = []
  var regions: [UInt32] = []

  /// Creates an empty table for nodes of the type `id`.
  init(_ id: ResourceTypeID, in schema: Schema) {
    columns = schema[id].attributes.map { Column($0.type, in: schema) }
  }

  /// The number of nodes.
  package var count: Int { addresses.count }

  /// Whether all that is attached to the node at the 0-based index is in the same input.
  package func isNew(_ row: Int) -> Bool { newness[row] == 1 }

  /// Whether the nodes at two 0-based indices look for keys in the same account and region.
  func isNeighbour(_ one: Int, _ other: Int) -> Bool {
    accounts.isEmpty || accounts[one] == accounts[other] && regions[one] == regions[other]
  }

  /// Whether any node or cell of the table says where it stands in its source.
  var hasOrigins: Bool { !origins.isEmpty || columns.contains { $0.hasOrigins } }

  /// Returns what the column of the attribute says of the node at the 0-based index `row`.
  func cell(_ attribute: Int, at row: Int, pools: GraphPools) -> Cell {
    columns.span[attribute].cell(at: row, pools: pools)
  }

  /// Returns where the node at the 0-based index stands in its source.
  func origin(at row: Int) -> SourceRange? { origins.indices.contains(row) ? origins[row] : nil }

  /// Returns where the node came from.
  func provenance(at row: Int, strings: StringPool) -> Provenance {
    Provenance(
      address: strings[addresses[row]],
      origin: origin(at: row), isNew: isNew(row),
      place: places.indices.contains(row) && places[row] != Place.nowhere ? places[row] : nil)
  }

  /// Adds a node, to whose columns a row each was added or will be.
  package mutating func appendNode(_ address: UInt32, origin: SourceRange?, isNew: Bool) {
    newness.append(isNew ? 1 : 0, at: addresses.count)
    if origin != nil || !origins.isEmpty {
      while origins.count < addresses.count { origins.append(nil) }
      origins.append(origin)
    }
    addresses.append(address)
  }

  /// Adds a node that starts at `place` of a source that is not kept, and whose keys are looked for
  /// in the account and region with these texts.
  ///
  /// - Precondition: every node of the table is added like this.
  mutating func appendNode(
    _ address: UInt32, place: UInt64, isNew: Bool, account: UInt32, region: UInt32
  ) {
    newness.append(isNew ? 1 : 0, at: addresses.count)
    addresses.append(address)
    places.append(place)
    accounts.append(account)
    regions.append(region)
  }
}
