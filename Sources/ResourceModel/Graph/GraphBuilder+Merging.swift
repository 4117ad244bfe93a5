extension GraphBuilder {
  /// Adds the nodes that another builder of the same types made, whose values without a schema come
  /// after `rawValueCount` others, and returns the numbers that what is in its pools has here.
  ///
  /// `distance` is added to where its nodes start. Its edges to nodes must all be keys, and each of
  /// its columns must have as many rows as this one's for as many nodes, or both have none.
  package mutating func append(
    _ other: GraphBuilder, rawValueCount: Int, addingToPlaces distance: UInt64
  ) -> PoolNumbers {
    let numbers = PoolNumbers(of: other.pools, in: &pools, rawValueCount: rawValueCount)
    for type in tables.indices where other.tables[type].count > 0 {
      tables[type].append(other.tables[type], numbers, addingToPlaces: distance)
      for index in tables[type].columns.indices {
        tables[type].columns[index].append(other.tables[type].columns[index], numbers)
      }
    }
    return numbers
  }
}
