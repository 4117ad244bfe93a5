extension ResourceTable {
  /// Adds the nodes of some rows of a table that another builder made, without their columns.
  mutating func append(
    _ rows: Range<Int>, of other: ResourceTable, _ numbers: inout PoolNumbers,
    _ pools: inout GraphPools, addingToPlaces distance: UInt64
  ) {
    for row in rows {
      newness.append(other.isNew(row) ? 1 : 0, at: addresses.count)
      addresses.append(numbers.string(other.addresses[row], &pools))
      places.append(other.places[row] &+ distance)
      accounts.append(numbers.string(other.accounts[row], &pools))
      regions.append(numbers.string(other.regions[row], &pools))
    }
  }
}
