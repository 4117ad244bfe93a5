/// The distinct domain values of one graph, each with a number: blocks of addresses, policy
/// documents and whatever else has no column of its own kind.
package struct ValuePool: Sendable {
  /// A text that is read as a value of some kind.
  private struct Reading: Hashable, Sendable {
    let kind: UInt32
    let text: UInt32
  }

  private var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]
  private var readings: [Reading: UInt32?] = [:]

  /// Creates an empty pool.
  package init() {}

  /// The number of values.
  package var count: Int { values.count }

  /// The value with the number `id`.
  package subscript(id: UInt32) -> Value { values[Int(id)] }

  /// Returns the number of `value` if it is in the pool.
  package func number(of value: Value) -> UInt32? { numbers[value] }

  /// Returns the number of `value`, which is in the pool afterwards.
  package mutating func demand(_ value: Value) -> UInt32 {
    if let known = numbers[value] { return known }
    let id = UInt32(values.count)
    values.append(value)
    numbers[value] = id
    return id
  }

  /// Returns the number of the value that a text writes, or `nil` if it writes none; `read` is asked
  /// once for each text and kind.
  ///
  /// `text` is the number of the text in the pool of texts, and `kind` a number that tells kinds of
  /// values apart, such as that of a type.
  package mutating func demand(
    _ text: UInt32, as kind: UInt32, read: () -> Value?
  ) -> UInt32? {
    let reading = Reading(kind: kind, text: text)
    if let known = readings[reading] { return known }
    let id = read().map { demand($0) }
    readings[reading] = .some(id)
    return id
  }
}
