/// The numbers that what is in the pools of one builder has in those of another.
///
/// What is new to the other gets its number in the order in which it came into the one, so that the
/// numbers in a graph do not depend on how its source was cut into pieces.
package struct PoolNumbers: Sendable {
  /// By the numbers of texts in the one.
  package let strings: [UInt32]

  /// By the numbers of values in the one.
  package let values: [UInt32]

  /// By the numbers of lists of causes in the one.
  package let causes: [UInt32]

  /// Puts what is in `pools` into `target`; their values without a schema come after
  /// `rawValueCount` others.
  package init(of pools: GraphPools, in target: inout GraphPools, rawValueCount: Int) {
    strings = target.strings.demand(allOf: pools.strings)
    values = target.values.demand(
      allOf: pools.values, texts: strings, rawValuesFrom: rawValueCount)
    causes = (0..<pools.causes.count).map { target.causes.demand(pools.causes[UInt32($0)]) }
  }
}
