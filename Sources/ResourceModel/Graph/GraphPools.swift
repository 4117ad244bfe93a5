/// What the columns of one graph name by number.
package struct GraphPools: Sendable {
  /// The texts.
  package var strings = StringPool()

  /// The domain values.
  package var values = ValuePool()

  /// The lists of causes.
  package var causes = CausePool()

  /// Creates empty pools.
  package init() {}

  /// Returns the domain value with the number `id`.
  package func value(_ id: UInt32) -> Value { values.value(id, strings: strings) }
}
