/// A function of the language itself.
package enum Builtin: String, Hashable, Sendable, CaseIterable {
  /// The number of members of a collection.
  case count
  case first
  case flatten
  case distinct
  case keys
  case values
  case union
  case length
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains
  case lowercased
  case uppercased
  case trimmed
  case split
  case joined
  case toString = "to_string"
  /// A part of an ARN.
  case partition
  case service
  case region
  case account
  case resource
  case isPublic = "is_public"
  case grantsFullAdministration = "grants_full_administration"
  case denies
  case allows
  case computed
  case configured
  case referenced
  case rawAddress = "raw_address"
  case rawType = "raw_type"

  /// Whether it is written without parentheses, like an attribute.
  package var isProperty: Bool {
    switch self {
    case .count, .partition, .service, .region, .account, .resource: true
    default: false
    }
  }

  /// Whether it speaks of raw resources, and so belongs in mappings.
  package var isForMappings: Bool {
    switch self {
    case .computed, .configured, .referenced, .rawAddress, .rawType: true
    default: false
    }
  }
}
