internal import DomainValues
package import ResourceModel

extension Value {
  /// What the value is ordered by, among values of its type; `nil` for those without an order, and for
  /// versions, which no number orders.
  package var rank: Double? {
    switch self {
    case .int(let number): Double(number)
    case .float(let number): number
    case .duration(let duration): Double(duration.milliseconds)
    case .timestamp(let timestamp): Double(timestamp.milliseconds)
    case .bytes(let size): Double(size.bytes)
    case .bool, .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .version, .ipAddress, .glob, .json, .enumeration, .list, .set, .map, .structure, .resource:
      nil
    }
  }
}
