internal import PolicyIR

/// Loops over the first `count` rows of arrays; what they write to is at least that long.
enum Kernels {
  /// Writes the lesser byte of each pair.
  static func least(_ one: [UInt8], _ other: [UInt8], _ count: Int, into result: inout [UInt8]) {
    let (one, other) = (one.span.extracting(first: count), other.span.extracting(first: count))
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = min(one[row], other[row]) }
  }

  /// Writes the greater byte of each pair.
  static func greatest(
    _ one: [UInt8], _ other: [UInt8], _ count: Int, into result: inout [UInt8]
  ) {
    let (one, other) = (one.span.extracting(first: count), other.span.extracting(first: count))
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = max(one[row], other[row]) }
  }

  /// Writes the opposite of each truth.
  static func negate(_ truths: [UInt8], _ count: Int, into result: inout [UInt8]) {
    let truths = truths.span.extracting(first: count)
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = 2 &- truths[row] }
  }

  /// Writes the truth where there is one, and unknown elsewhere.
  static func truths(
    _ states: [UInt8], _ bytes: [UInt8], _ count: Int, into result: inout [UInt8]
  ) {
    let (states, bytes) = (
      states.span.extracting(first: count), bytes.span.extracting(first: count)
    )
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = states[row] == 2 ? bytes[row] : 1 }
  }

  /// Writes whether two values are equal.
  ///
  /// Of states, 0 is absent, and equal to nothing unless `isSame`; 1 is unknown.
  static func equal<Element: Equatable>(
    _ states: [UInt8], _ others: [UInt8], _ one: [Element], _ other: [Element], _ count: Int,
    isSame: Bool, into result: inout [UInt8]
  ) {
    let (states, others, one, other) = (
      states.span.extracting(first: count), others.span.extracting(first: count),
      one.span.extracting(first: count), other.span.extracting(first: count)
    )
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    if isSame {
      for row in 0..<count {
        let (first, second) = (states[row], others[row])
        let truth: UInt8 = first == second && (first == 0 || one[row] == other[row]) ? 2 : 0
        result[row] = first == 1 || second == 1 ? 1 : truth
      }
    } else {
      for row in 0..<count {
        let least = min(states[row], others[row])
        let truth: UInt8 = one[row] == other[row] ? 2 : 0
        result[row] = least == 2 ? truth : least
      }
    }
  }

  /// Writes whether the comparison holds of two numbers.
  static func compare<Element: Comparable>(
    _ comparison: Comparison, _ states: [UInt8], _ others: [UInt8], _ one: [Element],
    _ other: [Element], _ count: Int, into result: inout [UInt8]
  ) {
    switch comparison {
    case .less: compare(states, others, one, other, count, into: &result) { $0 < $1 }
    case .lessOrEqual: compare(states, others, one, other, count, into: &result) { $0 <= $1 }
    case .greater: compare(states, others, one, other, count, into: &result) { $0 > $1 }
    case .greaterOrEqual: compare(states, others, one, other, count, into: &result) { $0 >= $1 }
    case .equal: compare(states, others, one, other, count, into: &result) { $0 == $1 }
    case .notEqual: compare(states, others, one, other, count, into: &result) { $0 != $1 }
    }
  }

  @inline(__always)
  private static func compare<Element>(
    _ states: [UInt8], _ others: [UInt8], _ one: [Element], _ other: [Element], _ count: Int,
    into result: inout [UInt8], _ holds: (Element, Element) -> Bool
  ) {
    let (states, others, one, other) = (
      states.span.extracting(first: count), others.span.extracting(first: count),
      one.span.extracting(first: count), other.span.extracting(first: count)
    )
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count {
      let truth: UInt8 = holds(one[row], other[row]) ? 2 : 0
      result[row] = states[row] == 2 && others[row] == 2 ? truth : 1
    }
  }

  /// Writes what the rows of the outer frame have for each row.
  static func gather<Element>(
    _ values: [Element], at rows: [UInt32], _ count: Int, into result: inout [Element]
  ) {
    let (values, rows) = (values.span, rows.span.extracting(first: count))
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = values[Int(rows[row])] }
  }

  /// Whether all of the first rows are `byte`.
  static func all(_ bytes: [UInt8], _ count: Int, are byte: UInt8) -> Bool {
    let bytes = bytes.span.extracting(first: count)
    var different: UInt8 = 0
    for row in 0..<count { different |= bytes[row] ^ byte }
    return different == 0
  }

  /// Whether none of the first rows is `byte`.
  static func holdsNo(_ bytes: [UInt8], _ count: Int, _ byte: UInt8) -> Bool {
    tally(bytes, count, of: byte) == 0
  }

  /// Returns how many of the first rows are `byte`.
  static func tally(_ bytes: [UInt8], _ count: Int, of byte: UInt8) -> Int {
    let bytes = bytes.span.extracting(first: count)
    var total = 0
    for row in 0..<count { total += bytes[row] == byte ? 1 : 0 }
    return total
  }
}
