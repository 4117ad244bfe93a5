internal import CByteScan
internal import PolicyIR

/// Comparisons of values, which say 2 where it is so and 0 elsewhere, whether or not there is a value.
extension Kernels {
  /// Writes which of the numbers are less than, or greater than, `bound`, and returns whether that is
  /// the opposite of the comparison.
  static func compare(
    _ comparison: Comparison, _ numbers: Span<Int64>, to bound: Int64,
    into result: inout [UInt8]
  ) -> Bool {
    unsafe scan(numbers, into: &result) { numbers, count, result in
      switch comparison {
      case .less, .greaterOrEqual: unsafe row_scan_less(numbers, bound, count, result)
      case .greater, .lessOrEqual: unsafe row_scan_greater(numbers, bound, count, result)
      case .equal, .notEqual: unsafe row_scan_equal(numbers, bound, count, result)
      }
    }
    return isOpposite(comparison)
  }

  /// Writes which of the numbers are less than, or greater than, those of the same row in `others`,
  /// and returns whether that is the opposite of the comparison.
  static func compare(
    _ comparison: Comparison, _ numbers: Span<Int64>, to others: Span<Int64>,
    into result: inout [UInt8]
  ) -> Bool {
    unsafe scan(numbers, others, into: &result) { numbers, others, count, result in
      switch comparison {
      case .less, .greaterOrEqual: unsafe row_scan_greater_rows(others, numbers, count, result)
      case .greater, .lessOrEqual: unsafe row_scan_greater_rows(numbers, others, count, result)
      case .equal, .notEqual: unsafe row_scan_equal_rows(numbers, others, count, result)
      }
    }
    return isOpposite(comparison)
  }

  /// Returns whether the comparison is the opposite of one that is scanned for.
  private static func isOpposite(_ comparison: Comparison) -> Bool {
    switch comparison {
    case .less, .greater, .equal: false
    case .lessOrEqual, .greaterOrEqual, .notEqual: true
    }
  }

  /// Writes whether the comparison holds of two numbers.
  static func compare(
    _ comparison: Comparison, _ one: [Double], _ other: [Double], into result: inout [UInt8]
  ) {
    switch comparison {
    case .less: for row in one.indices { result[row] = one[row] < other[row] ? 2 : 0 }
    case .lessOrEqual: for row in one.indices { result[row] = one[row] <= other[row] ? 2 : 0 }
    case .greater: for row in one.indices { result[row] = one[row] > other[row] ? 2 : 0 }
    case .greaterOrEqual: for row in one.indices { result[row] = one[row] >= other[row] ? 2 : 0 }
    case .equal: for row in one.indices { result[row] = one[row] == other[row] ? 2 : 0 }
    case .notEqual: for row in one.indices { result[row] = one[row] != other[row] ? 2 : 0 }
    }
  }

  /// Writes which of the numbers are `number`.
  static func equal(_ numbers: Span<UInt32>, _ number: UInt32, into result: inout [UInt8]) {
    unsafe scan(numbers, into: &result) { numbers, count, result in
      unsafe row_scan_equal_ids(numbers, number, count, result)
    }
  }

  /// Writes which of the numbers are that of the same row in `others`.
  static func equal(_ numbers: Span<UInt32>, _ others: Span<UInt32>, into result: inout [UInt8]) {
    unsafe scan(numbers, others, into: &result) { numbers, others, count, result in
      unsafe row_scan_equal_id_rows(numbers, others, count, result)
    }
  }

  /// Writes which of the bytes are among `wanted`.
  static func isAmong(_ bytes: Span<UInt8>, _ wanted: [UInt8], into result: inout [UInt8]) {
    map(bytes, into: &result) { _ in 0 }
    for byte in wanted {
      var result = result.mutableSpan
      let count = bytes.count
      precondition(result.count >= count, "results have room for all rows")
      for row in 0..<count { result[row] |= bytes[row] == byte ? 2 : 0 }
    }
  }

  @inline(__always)
  private static func scan<Element>(
    _ rows: Span<Element>, into result: inout [UInt8],
    _ body: (UnsafePointer<Element>, Int, UnsafeMutablePointer<UInt8>) -> Void
  ) {
    precondition(result.count >= rows.count, "results have room for all rows")
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe result.withUnsafeMutableBufferPointer { result in
        guard let start = rows.baseAddress, let target = result.baseAddress else { return }
        unsafe body(start, rows.count, target)
      }
    }
  }

  @inline(__always)
  private static func scan<Element>(
    _ rows: Span<Element>, _ others: Span<Element>, into result: inout [UInt8],
    _ body: (UnsafePointer<Element>, UnsafePointer<Element>, Int, UnsafeMutablePointer<UInt8>) ->
      Void
  ) {
    precondition(others.count >= rows.count, "both have a number for each row")
    unsafe others.withUnsafeBufferPointer { others in
      unsafe scan(rows, into: &result) { rows, count, result in
        guard let other = others.baseAddress else { return }
        unsafe body(rows, other, count, result)
      }
    }
  }
}
