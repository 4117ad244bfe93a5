/// The distinct strings and domain values of one graph, which columns name by number.
struct ValuePool: Sendable {
  private var values: [Value] = []
  private var numbers: [Value: Int64] = [:]

  /// The value with the number `number`.
  subscript(number: Int64) -> Value { values[Int(number)] }

  /// Returns the number of `value`, which is in the pool afterwards.
  mutating func demand(_ value: Value) -> Int64 {
    if let known = numbers[value] { return known }
    let number = Int64(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}
