extension ResourceTable {
  /// Adds the nodes of a table that another builder made, without their columns.
  mutating func append(
    _ other: ResourceTable, _ numbers: PoolNumbers, addingToPlaces distance: UInt64
  ) {
    // Whether nodes are new has a number that is the same everywhere, 1 or 0.
    newness.append(other.newness, from: count, as: [0, 1])
    for address in other.addresses { addresses.append(numbers.strings[Int(address)]) }
    for place in other.places { places.append(place &+ distance) }
    for account in other.accounts { accounts.append(numbers.strings[Int(account)]) }
    for region in other.regions { regions.append(numbers.strings[Int(region)]) }
  }
}
