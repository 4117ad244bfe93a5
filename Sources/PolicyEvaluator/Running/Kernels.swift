internal import CByteScan

/// Loops over rows; what they write to is at least as long as what they read.
///
/// Each does one simple thing with bytes, of which the processor then takes many at a time.
enum Kernels {
  /// Writes what `transform` makes of each byte.
  @inline(__always)
  static func map(
    _ bytes: Span<UInt8>, into result: inout [UInt8], _ transform: (UInt8) -> UInt8
  ) {
    var result = result.mutableSpan
    let count = bytes.count
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = transform(bytes[row]) }
  }

  /// Writes what `combine` makes of the bytes of each row.
  @inline(__always)
  static func zip(
    _ one: Span<UInt8>, _ other: Span<UInt8>, into result: inout [UInt8],
    _ combine: (UInt8, UInt8) -> UInt8
  ) {
    let count = one.count
    let other = other.extracting(first: count)
    var result = result.mutableSpan
    precondition(result.count >= count, "results have room for all rows")
    for row in 0..<count { result[row] = combine(one[row], other[row]) }
  }

  /// Puts in the place of each truth what `settle` makes of it and of the state of its row.
  @inline(__always)
  private static func settle(
    _ states: Span<UInt8>, _ truths: inout [UInt8], _ settle: (UInt8, UInt8) -> UInt8
  ) {
    var truths = truths.mutableSpan
    let count = states.count
    precondition(truths.count >= count, "there is a truth for each state")
    for row in 0..<count { truths[row] = settle(states[row], truths[row]) }
  }

  /// Writes the truth where there is one, `absent` where there is none, and unknown elsewhere.
  static func truths(
    _ states: Span<UInt8>, _ bytes: Span<UInt8>, absent: UInt8, into result: inout [UInt8]
  ) {
    zip(states, bytes, into: &result) { state, byte in
      state == 2 ? byte : state == 0 ? absent : 1
    }
  }

  /// Leaves truths, or the opposite of them, where there is a value, and writes `absent` where there
  /// is none, and unknown elsewhere.
  static func settle(
    _ states: Span<UInt8>, absent: UInt8, isOpposite: Bool = false, _ truths: inout [UInt8]
  ) {
    let change: UInt8 = isOpposite ? 2 : 0
    settle(states, &truths) { state, truth in
      state == 2 ? truth ^ change : state == 0 ? absent : 1
    }
  }

  /// Leaves truths, or the opposite of them, where both values are there, and writes unknown
  /// elsewhere.
  static func settle(
    _ states: Span<UInt8>, _ others: Span<UInt8>, isOpposite: Bool, _ truths: inout [UInt8]
  ) {
    let change: UInt8 = isOpposite ? 2 : 0
    settle(states, &truths) { state, truth in state == 2 ? truth ^ change : 1 }
    settle(others, &truths) { state, truth in state == 2 ? truth : 1 }
  }

  /// Leaves truths about two values being equal where both are there.
  ///
  /// What is absent is equal to nothing, or to what is absent too if that `isSame`.
  static func settleEqual(
    _ states: Span<UInt8>, _ others: Span<UInt8>, isSame: Bool, _ truths: inout [UInt8]
  ) {
    let count = states.count
    let others = others.extracting(first: count)
    var truths = truths.mutableSpan
    precondition(truths.count >= count, "there is a truth for each state")
    if isSame {
      for row in 0..<count {
        let (one, other) = (states[row], others[row])
        let truth: UInt8 = one != other ? 0 : one == 0 ? 2 : truths[row]
        truths[row] = one == 1 || other == 1 ? 1 : truth
      }
    } else {
      for row in 0..<count {
        let least = min(states[row], others[row])
        truths[row] = least == 2 ? truths[row] : least
      }
    }
  }

  /// Writes the codes of statuses by whether rules apply and what they require holds.
  static func codes(
    _ applies: Span<UInt8>, _ holds: Span<UInt8>, open: UInt8, into result: inout [UInt8]
  ) {
    zip(applies, holds, into: &result) { one, other in
      let code: UInt8 = one == 2 ? other : one == 0 ? 3 : 1
      return code == 1 ? open : code
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

  /// Whether all bytes are `byte`.
  static func all(_ bytes: Span<UInt8>, are byte: UInt8) -> Bool {
    var different: UInt8 = 0
    for row in 0..<bytes.count { different |= bytes[row] ^ byte }
    return different == 0
  }

  /// Whether any of the first `count` bytes is `byte`.
  static func contains(_ bytes: [UInt8], _ count: Int, _ byte: UInt8) -> Bool {
    precondition(bytes.count >= count, "there are as many bytes as are looked at")
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe byte_scan_find(byte, start, 0, count) < count
    }
  }
}
