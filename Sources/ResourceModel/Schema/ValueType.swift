/// The identity of a type in one `TypeTable`; equal types have equal identities.
package struct TypeID: Hashable, Sendable {
  /// The 0-based index in the table.
  package let index: UInt32
}

/// The identity of a resource type in one `Schema`.
package struct ResourceTypeID: Hashable, Sendable, Comparable {
  /// The 0-based index in the schema.
  package let index: Int

  /// Creates the identity of the resource type at `index`.
  package init(index: Int) {
    self.index = index
  }

  package static func < (left: ResourceTypeID, right: ResourceTypeID) -> Bool {
    left.index < right.index
  }
}

/// The identity of a structure in one `Schema`.
package struct StructureID: Hashable, Sendable {
  /// The 0-based index in the schema.
  package let index: Int

  /// Creates the identity of the structure at `index`.
  package init(index: Int) {
    self.index = index
  }
}

/// The identity of an enumeration in one `Schema`.
package struct EnumerationID: Hashable, Sendable {
  /// The 0-based index in the schema.
  package let index: Int

  /// Creates the identity of the enumeration at `index`.
  package init(index: Int) {
    self.index = index
  }
}

/// A type of the language.
package enum ValueType: Hashable, Sendable {
  /// The type of what was reported as wrong; it fits everything, so that one mistake is told once.
  case error
  case bool, int, float, string
  case duration, timestamp, bytes
  case cidr, cidrSet, portSet
  case arn, regex, policyDocument, filterPattern
  case version, ipAddress, glob
  case json
  case enumeration(EnumerationID)
  case structure(StructureID)
  case resource(ResourceTypeID)
  case list(TypeID)
  case set(TypeID)
  case map(key: TypeID, value: TypeID)
  case optional(TypeID)
}
