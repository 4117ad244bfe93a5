internal import ResourceModel

/// How values of a type are taken apart: a type of the schema as the shredder needs it.
struct Shape: Sendable {
  /// What is done with a value.
  enum Kind: Sendable {
    case bit, integer, float, duration, timestamp, byteCount
    /// An enumeration, as a byte.
    case cases(EnumerationID)
    /// An enumeration with too many cases for that.
    case pooledCases(EnumerationID)
    case text, arn
    /// A value that a text writes, parsed once for each text.
    case parsed
    case addresses, ports, policy, json
    case edge
    case list, set, map
    case structure
  }

  /// What is done with a value.
  let kind: Kind

  /// The type, without its being optional.
  let type: TypeID

  /// Whether values may be absent.
  let isOptional: Bool

  /// The shape of elements, or of the values of a map.
  var element = 0

  /// The shape of the keys of a map.
  var key = 0

  /// The members of a structure, as places in the table of members.
  var members = 0..<0
}
