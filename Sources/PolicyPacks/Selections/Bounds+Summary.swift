internal import DomainValues
internal import PolicyIR
internal import ResourceModel

extension Parameter.Bounds {
  /// The least and the greatest value, for a message.
  var summary: String { "\(Self.text(lower)) to \(Self.text(upper))" }

  private static func text(_ value: Value) -> String {
    switch value {
    case .int(let number): String(number)
    case .float(let number): String(number)
    case .duration(let duration): duration.description
    case .timestamp(let timestamp): timestamp.description
    case .bytes(let size): size.description
    case .version(let version): version.description
    case .bool, .string, .cidr, .cidrSet, .portSet, .arn, .regex, .policyDocument, .filterPattern,
      .ipAddress, .glob, .json, .enumeration, .list, .set, .map, .structure, .resource:
      "what the rule says"
    }
  }
}
