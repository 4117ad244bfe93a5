internal import DomainValues
package import PolicyIR
package import ResourceModel

/// Numbers, lengths of time, sizes, and what is put together from parts.
extension TermEvaluator {
  func evaluateOperation(_ term: Term) -> Cell {
    switch term {
    case .negate(let operand):
      let cell = read(operand)
      guard case .value(let value) = cell.reading else { return cell.withoutValue }
      return Cell(value.negated, origin: cell.origin)
    case .arithmetic(let operation, let left, let right):
      let (first, second) = (read(left), read(right))
      let origin = first.origin ?? second.origin
      guard case .value(let one) = first.reading, case .value(let other) = second.reading else {
        let causes = [first, second].filter { $0.reading.value == nil }
          .flatMap(\.withoutValue.reading.causes)
        return Cell(.unknown(causes.distinct), origin: origin)
      }
      return Cell(calculate(operation, one, other), origin: origin)
    case .setOperation(let operation, let left, let right):
      let (first, second) = (read(left), read(right))
      return combine(operation, first, second)
    case .portRange(let first, let last):
      let (lower, upper) = (read(first), read(last))
      return portRange(lower, upper)
    default: return Cell.misplacedAbsence
    }
  }

  /// Returns the ports from the first to the second.
  private func portRange(_ first: Cell, _ last: Cell) -> Cell {
    let origin = first.origin ?? last.origin
    guard case .value(.int(let lower)) = first.reading, case .value(.int(let upper)) = last.reading
    else {
      let causes = [first, last].filter { $0.reading.value == nil }
        .flatMap(\.withoutValue.reading.causes)
      return Cell(.unknown(causes.distinct), origin: origin)
    }
    guard let ports = PortSet(from: lower, through: upper) else {
      return Cell(.unknown(Cause(.malformed, "no ports from \(lower) to \(upper)")), origin: origin)
    }
    return Cell(.value(.portSet(ports, missing: [])), origin: origin)
  }

  /// Returns the sum of two values of one type.
  func sum(_ left: Value, _ right: Value) -> Reading { calculate(.add, left, right) }

  private func calculate(
    _ operation: Arithmetic, _ left: Value, _ right: Value
  ) -> Reading {
    switch (left, right) {
    case (.int(let first), .int(let second)):
      return Reading(checked: first.calculated(operation, second).map { .int($0) })
    case (.float(let first), .float(let second)):
      let result = first.calculated(operation, second)
      return Reading(checked: result.isFinite ? .float(result) : nil)
    case (.string(let first), .string(let second)) where operation == .add:
      spend((first.utf8.count + second.utf8.count) / 16)
      return isExhausted ? .unknown(limits.stepCause) : .value(.string(first + second))
    case (.list(let first), .list(let second)) where operation == .add:
      spend(first.elements.count + second.elements.count)
      if isExhausted { return .unknown(limits.stepCause) }
      let missing = (first.missing + second.missing).distinct
      return .value(.list(Collection(first.elements + second.elements, missing: missing)))
    default:
      return Reading(checked: calculateQuantity(operation, left, right))
    }
  }

  /// Returns the result of an operation on lengths of time, sizes and instants, or `nil` if it is out
  /// of range or there is none.
  package func calculateQuantity(
    _ operation: Arithmetic, _ left: Value, _ right: Value
  ) -> Value? {
    switch (operation, left, right) {
    case (.add, .duration(let first), .duration(let second)):
      first.adding(second).map { .duration($0) }
    case (.subtract, .duration(let first), .duration(let second)):
      first.subtracting(second).map { .duration($0) }
    case (.multiply, .int(let factor), .duration(let duration)),
      (.multiply, .duration(let duration), .int(let factor)):
      duration.multiplied(by: factor).map { .duration($0) }
    case (.add, .bytes(let first), .bytes(let second)): first.adding(second).map { .bytes($0) }
    case (.subtract, .bytes(let first), .bytes(let second)):
      first.subtracting(second).map { .bytes($0) }
    case (.multiply, .int(let factor), .bytes(let size)),
      (.multiply, .bytes(let size), .int(let factor)):
      size.multiplied(by: factor).map { .bytes($0) }
    case (.add, .timestamp(let instant), .duration(let duration)),
      (.add, .duration(let duration), .timestamp(let instant)):
      instant.adding(duration).map { .timestamp($0) }
    case (.subtract, .timestamp(let instant), .duration(let duration)):
      instant.subtracting(duration).map { .timestamp($0) }
    case (.subtract, .timestamp(let first), .timestamp(let second)):
      .duration(first.since(second))
    default: nil
    }
  }
}

extension Reading {
  /// Creates the reading of a result, or that of one that is out of range.
  fileprivate init(checked value: Value?) {
    self =
      value.map { .value($0) }
      ?? .unknown(Cause(.limitExceeded, "the result is out of range"))
  }
}

extension Value {
  fileprivate var negated: Reading {
    switch self {
    case .int(let number): Reading(checked: Int64(0).calculated(.subtract, number).map { .int($0) })
    case .float(let number): .value(.float(-number))
    case .duration(let duration):
      Reading(checked: duration.multiplied(by: -1).map { .duration($0) })
    case .bytes(let size): Reading(checked: size.multiplied(by: -1).map { .bytes($0) })
    default: .unknown(Cause(.malformed, "not a number"))
    }
  }
}

extension Int64 {
  /// Returns the result, or `nil` if it is out of range or there is none.
  package func calculated(_ operation: Arithmetic, _ other: Int64) -> Int64? {
    let (result, isOutOfRange) =
      switch operation {
      case .add: addingReportingOverflow(other)
      case .subtract: subtractingReportingOverflow(other)
      case .multiply: multipliedReportingOverflow(by: other)
      case .divide: dividedReportingOverflow(by: other)
      case .remainder: remainderReportingOverflow(dividingBy: other)
      }
    return isOutOfRange ? nil : result
  }
}

extension Double {
  /// Returns the result, which is not finite if there is none.
  fileprivate func calculated(_ operation: Arithmetic, _ other: Double) -> Double {
    switch operation {
    case .add: self + other
    case .subtract: self - other
    case .multiply: self * other
    case .divide: self / other
    case .remainder: truncatingRemainder(dividingBy: other)
    }
  }
}
