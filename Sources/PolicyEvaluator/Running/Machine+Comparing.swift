internal import PolicyIR
internal import ResourceModel

/// Comparisons of values.
extension Machine {
  func isCase(_ id: OperationID, _ operand: OperationID, _ cases: [Int], _ count: Int) {
    let source = source(of: operand)
    write(id, count) {
      Kernels.isAmong(
        source.bytes.span.extracting(source.rows), cases.compactMap { UInt8(exactly: $0) },
        into: &$0)
      Kernels.settle(
        source.states.span.extracting(source.rows),
        absent: source.truthOfAbsent(1) { cases.contains(Int($0)) }, &$0)
    }
  }

  func equal(
    _ id: OperationID, _ one: OperationID, _ other: OperationID, isSame: Bool, _ count: Int
  ) {
    if let word = constant(other) { return equal(id, one, to: word, count) }
    if let word = constant(one) { return equal(id, other, to: word, count) }
    demand(one)
    demand(other)
    let (states, others) = (self.states(of: one, count), self.states(of: other, count))
    let (first, second) = (vectors[one], vectors[other])
    let shape = plan.shapes[one]
    write(id, count) {
      switch shape {
      case .truth, .bits, .cases:
        Kernels.zip(first.bytes.span.extracting(first: count), second.bytes.span, into: &$0) {
          $0 == $1 ? 2 : 0
        }
      case .words(.float):
        Kernels.compare(
          .equal, Machine.doubles(first, count), Machine.doubles(second, count), into: &$0)
      case .words:
        _ = Kernels.compare(
          .equal, first.words.span.extracting(first: count), to: second.words.span, into: &$0)
      case .texts, .arns, .values, .edges, .structure, .runs, .pairs, .groups, .bounds:
        Kernels.equal(first.ids.span.extracting(first: count), second.ids.span, into: &$0)
      }
      Kernels.settleEqual(
        states.span.extracting(first: count), others.span, isSame: isSame, &$0)
    }
  }

  /// Says which rows of the operand are the value with the word, which is there, so that rows that are
  /// absent are not.
  private func equal(
    _ id: OperationID, _ operand: OperationID, to word: Int64, _ count: Int
  ) {
    guard plan.shapes[operand] != .truth else {
      demand(operand)
      let truths = vectors[operand].bytes
      return write(id, count) {
        Kernels.map(truths.span.extracting(first: count), into: &$0) {
          word == 2 ? $0 : 2 &- $0
        }
      }
    }
    let source = source(of: operand)
    let (rows, shape) = (source.rows, plan.shapes[operand])
    let number = UInt32(truncatingIfNeeded: word)
    write(id, count) {
      let absent: UInt8
      switch shape {
      case .truth, .bits, .cases:
        let byte = UInt8(truncatingIfNeeded: word)
        Kernels.map(source.bytes.span.extracting(rows), into: &$0) { $0 == byte ? 2 : 0 }
        absent = source.truthOfAbsent(0) { UInt8(truncatingIfNeeded: $0) == byte }
      case .words:
        _ = Kernels.compare(.equal, source.words.span.extracting(rows), to: word, into: &$0)
        absent = source.truthOfAbsent(0) { $0 == word }
      case .texts, .arns, .values, .edges, .structure, .runs, .pairs, .groups, .bounds:
        Kernels.equal(source.ids.span.extracting(rows), number, into: &$0)
        absent = source.truthOfAbsent(0) { UInt32(truncatingIfNeeded: $0) == number }
      }
      Kernels.settle(source.states.span.extracting(rows), absent: absent, &$0)
    }
  }

  private static func doubles(_ vector: Vector, _ count: Int) -> [Double] {
    (0..<count).map { Double(bitPattern: UInt64(bitPattern: vector.words[$0])) }
  }

  func compare(
    _ id: OperationID, _ comparison: Comparison, _ one: OperationID, _ other: OperationID,
    _ count: Int
  ) {
    if let bound = constant(other) { return compare(id, comparison, one, to: bound, count) }
    if let bound = constant(one) {
      return compare(id, comparison.mirrored, other, to: bound, count)
    }
    demand(one)
    demand(other)
    let (first, second) = (vectors[one], vectors[other])
    let isFloat = plan.shapes[one] == .words(.float)
    write(id, count) {
      var isOpposite = false
      if isFloat {
        Kernels.compare(
          comparison, Machine.doubles(first, count), Machine.doubles(second, count), into: &$0)
      } else {
        isOpposite = Kernels.compare(
          comparison, first.words.span.extracting(first: count), to: second.words.span,
          into: &$0)
      }
      Kernels.settle(
        first.states.span.extracting(first: count), second.states.span.extracting(first: count),
        isOpposite: isOpposite, &$0)
    }
  }

  /// Compares the rows of the operand with the number.
  private func compare(
    _ id: OperationID, _ comparison: Comparison, _ operand: OperationID, to bound: Int64,
    _ count: Int
  ) {
    let source = source(of: operand)
    write(id, count) {
      let isOpposite = Kernels.compare(
        comparison, source.words.span.extracting(source.rows), to: bound, into: &$0)
      let absent = source.truthOfAbsent(1) { Machine.holds(comparison, $0, bound) }
      Kernels.settle(
        source.states.span.extracting(source.rows), absent: absent, isOpposite: isOpposite, &$0)
    }
  }

  private static func holds(_ comparison: Comparison, _ one: Int64, _ other: Int64) -> Bool {
    switch comparison {
    case .less: one < other
    case .lessOrEqual: one <= other
    case .greater: one > other
    case .greaterOrEqual: one >= other
    case .equal: one == other
    case .notEqual: one != other
    }
  }
}
