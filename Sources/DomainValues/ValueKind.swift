/// The kinds of domain value that can be written as text.
package enum ValueKind: Hashable, Sendable, CaseIterable {
  case arn
  case byteCount
  case cidr
  case duration
  case filterPattern
  case ipAddress
  case policyDocument
  case portSet
  case regex
  case timestamp
  case version

  /// What people call the kind, with its article.
  package var name: String {
    switch self {
    case .arn: "an ARN"
    case .byteCount: "a size in bytes"
    case .cidr: "a CIDR block"
    case .duration: "a duration"
    case .filterPattern: "a filter pattern"
    case .ipAddress: "an IP address"
    case .policyDocument: "a policy document"
    case .portSet: "a set of ports"
    case .regex: "a regular expression"
    case .timestamp: "a timestamp"
    case .version: "a version"
    }
  }

  /// A well-formed value of the kind.
  package var example: String {
    switch self {
    case .arn: "arn:aws:iam::123456789012:user/kim"
    case .byteCount: "512MiB"
    case .cidr: "10.0.0.0/8"
    case .duration: "90d"
    case .filterPattern: "{ $.eventName = DeleteTrail }"
    case .ipAddress: "192.0.2.1"
    case .policyDocument: "{\"Version\": \"2012-10-17\", \"Statement\": []}"
    case .portSet: "22, 80..443"
    case .regex: "^prod-"
    case .timestamp: "2026-01-01T00:00:00Z"
    case .version: "1.2.3"
    }
  }
}
