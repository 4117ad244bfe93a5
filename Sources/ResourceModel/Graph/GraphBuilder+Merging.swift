extension GraphBuilder {
  /// Adds the nodes of some rows of a table that another builder made, for the type at the 0-based
  /// index `type`.
  ///
  /// `numbers` are those of the other builder's pools, and `distance` is added to where its nodes
  /// start. Its edges to nodes must all be keys.
  package mutating func append(
    _ rows: Range<Int>, of table: ResourceTable, _ type: Int, _ numbers: inout PoolNumbers,
    addingToPlaces distance: UInt64
  ) {
    tables[type].append(rows, of: table, &numbers, &pools, addingToPlaces: distance)
    for index in tables[type].columns.indices where table.columns[index].count > 0 {
      tables[type].columns[index].append(rows, of: table.columns[index], &numbers, &pools)
    }
  }
}
