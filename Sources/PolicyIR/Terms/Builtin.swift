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
  /// A number of a version.
  case major
  case minor
  case patch
  case isPublic = "is_public"
  case grantsFullAdministration = "grants_full_administration"
  case denies
  case allows
  /// Whether policies of all kinds together allow a request.
  case permits
  /// Whom policies allow something.
  case principals
  /// An event that a filter pattern matches and others miss.
  case gap
  case computed
  case configured
  case referenced
  case isNew = "is_new"
  case shown
  /// The elements of which the input tells, as if there were none outside of it.
  case collected
  case rawAddress = "raw_address"
  case rawType = "raw_type"
  /// A value of which the source shows something else, such as a digest.
  case redacted
  /// A value that the source shows, and why it need not stay.
  case undecided

  /// Whether it is written without parentheses, like an attribute.
  package var isProperty: Bool {
    switch self {
    case .count, .partition, .service, .region, .account, .resource, .major, .minor, .patch: true
    case .first, .flatten, .distinct, .keys, .values, .union, .length, .startsWith, .endsWith,
      .contains, .lowercased, .uppercased, .trimmed, .split, .joined, .toString, .isPublic,
      .grantsFullAdministration, .denies, .allows, .permits, .principals, .gap, .computed,
      .configured,
      .referenced, .isNew,
      .shown, .collected, .rawAddress, .rawType, .redacted, .undecided:
      false
    }
  }

  /// Whether it speaks of raw resources, and so belongs in mappings.
  package var isForMappings: Bool {
    switch self {
    case .computed, .configured, .referenced, .isNew, .shown, .collected, .rawAddress, .rawType,
      .redacted, .undecided:
      true
    case .count, .first, .flatten, .distinct, .keys, .values, .union, .length, .startsWith,
      .endsWith, .contains, .lowercased, .uppercased, .trimmed, .split, .joined, .toString,
      .partition, .service, .region, .account, .resource, .major, .minor, .patch, .isPublic,
      .grantsFullAdministration, .denies, .allows, .permits, .principals, .gap:
      false
    }
  }

  /// The number of arguments it takes, the receiver among them.
  package var argumentCount: Int {
    switch self {
    case .startsWith, .endsWith, .contains, .split, .joined, .gap, .undecided: 2
    case .denies: 4
    case .allows: 5
    case .permits: 8
    case .count, .first, .flatten, .distinct, .keys, .values, .union, .length, .lowercased,
      .uppercased, .trimmed, .toString, .partition, .service, .region, .account, .resource,
      .major, .minor, .patch, .isPublic, .grantsFullAdministration, .principals, .computed,
      .configured,
      .referenced, .isNew, .shown, .collected,
      .rawAddress, .rawType, .redacted:
      1
    }
  }
}
