internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Where a value stands among those of its type, exactly.
enum ValueRank: Hashable, Comparable {
  case whole(Int64)
  case fraction(Double)

  /// Creates the rank of `value`, if its type has an order of numbers.
  init?(_ value: Value) {
    switch value {
    case .int(let number): self = .whole(number)
    case .float(let number): self = .fraction(number)
    case .duration(let duration): self = .whole(duration.milliseconds)
    case .timestamp(let timestamp): self = .whole(timestamp.milliseconds)
    case .bytes(let size): self = .whole(size.bytes)
    case .bool, .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .version, .ipAddress, .glob, .json, .enumeration, .list, .set, .map, .structure, .resource:
      return nil
    }
  }

  /// Returns the next whole number in the direction of `step`, if there is one.
  func moved(by step: Int64) -> ValueRank? {
    guard case .whole(let number) = self else { return nil }
    let (next, isOverflow) = number.addingReportingOverflow(step)
    return isOverflow ? nil : .whole(next)
  }
}
