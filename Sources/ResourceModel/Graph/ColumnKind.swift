internal import DomainValues

/// How the rows of a column are stored.
package enum ColumnKind: Hashable, Sendable {
  /// `bytes` hold the truth bytes of `false` and `true`, 0 and 2.
  case bits
  /// `words` hold numbers, milliseconds or bytes.
  case integers
  /// `words` hold the bits of doubles.
  case floats
  /// `bytes` hold the 0-based indices of enum cases.
  case cases(EnumerationID)
  /// `ids` hold numbers of the pool of texts.
  case strings
  /// `ids` hold numbers of the pool of texts, of texts that are ARNs.
  case arns
  /// `ids` hold numbers of the pool of values.
  case pooled
  /// `ids` hold the 0-based rows of nodes of the type.
  case edges(ResourceTypeID)
  /// `ids` hold where the elements of the row end in the one child; they start where those of the
  /// row before end.
  case runs(isSet: Bool)
  /// `ids` hold where the entries of the row end in the two children, keys and values.
  case pairs
  /// The children, one for each attribute, have a row for each row of the column.
  case structure(StructureID)

  /// Enumerations with more cases than a byte can tell apart are values of the pool.
  private static let mostCases = 256

  /// Returns how values of the type, which is not optional, are stored.
  static func forValues(of type: ValueType, in schema: Schema) -> ColumnKind {
    switch type {
    case .bool: .bits
    case .int, .duration, .timestamp, .bytes: .integers
    case .float: .floats
    case .string: .strings
    case .arn: .arns
    case .enumeration(let id): schema[id].cases.count <= mostCases ? .cases(id) : .pooled
    case .resource(let target): .edges(target)
    case .list: .runs(isSet: false)
    case .set: .runs(isSet: true)
    case .map: .pairs
    case .structure(let id): .structure(id)
    case .error, .cidr, .cidrSet, .portSet, .regex, .policyDocument, .filterPattern, .version,
      .ipAddress, .glob, .json, .optional:
      .pooled
    }
  }
}
