package import DomainValues

/// A value of the language.
package indirect enum Value: Sendable {
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case string(String)
  case duration(PolicyDuration)
  case timestamp(Timestamp)
  case bytes(ByteCount)
  case cidr(Cidr)
  /// The addresses known to be in the set, and why there may be more.
  case cidrSet(CidrSet, missing: [Cause])
  /// The ports known to be in the set, and why there may be more.
  case portSet(PortSet, missing: [Cause])
  case arn(Arn)
  case regex(RegexPattern)
  case policyDocument(PolicyDocument)
  case filterPattern(FilterPattern)
  case version(Version)
  case ipAddress(IPAddress)
  case glob(Glob)
  case json(RawValueID)
  /// The case at the 0-based index of the enumeration.
  case enumeration(EnumerationID, Int)
  case list(Collection)
  /// Elements are distinct and in the order of their insertion.
  case set(Collection)
  case map([MapEntry], missing: [Cause])
  /// The attributes, by index.
  case structure(StructureID, [Cell])
  case resource(RowID)
}

/// The elements of a list or set, as far as they are known.
package struct Collection: Hashable, Sendable {
  /// The known elements; each may itself be unknown.
  package let elements: [Cell]

  /// Why there may be more; empty when there are not.
  package let missing: [Cause]

  /// Creates a collection of `elements`.
  package init(_ elements: [Cell], missing: [Cause] = []) {
    self.elements = elements
    self.missing = missing
  }
}

/// A key and its value in a map.
package struct MapEntry: Hashable, Sendable {
  /// The key.
  package let key: Value

  /// The value.
  package let value: Cell

  /// Creates the entry that maps `key` to `value`.
  package init(key: Value, value: Cell) {
    self.key = key
    self.value = value
  }
}
