internal import DomainValues
package import ResourceModel

extension Parameter.Bounds {
  /// Returns `true` iff `value` is neither less than the least nor greater than the greatest.
  ///
  /// Values that have no order are in no bounds.
  package func contain(_ value: Value) -> Bool {
    if case .version(let least) = lower, case .version(let greatest) = upper,
      case .version(let version) = value
    {
      return least <= version && version <= greatest
    }
    guard let least = lower.order, let greatest = upper.order, let order = value.order else {
      return false
    }
    return least <= order && order <= greatest
  }
}

extension Value {
  /// What the value is ordered by, among values of its type.
  fileprivate var order: Double? {
    switch self {
    case .int(let number): Double(number)
    case .float(let number): number
    case .duration(let duration): Double(duration.milliseconds)
    case .timestamp(let timestamp): Double(timestamp.milliseconds)
    case .bytes(let size): Double(size.bytes)
    default: nil
    }
  }
}
