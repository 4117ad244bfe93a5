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
  /// What bounds compare; instants bound no parameter.
  fileprivate var order: Double? {
    if case .timestamp = self { return nil }
    return rank
  }
}
