/// The types of a program, each once.
package struct TypeTable: Sendable {
  private var types: [ValueType] = []
  private var identities: [ValueType: TypeID] = [:]

  /// Creates a table that holds the types without parts.
  package init() {
    for type in TypeTable.simple { _ = demand(type) }
  }

  private static let simple: [ValueType] = [
    .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
    .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
  ]

  /// The types, by the indices of their identities.
  package var all: [ValueType] { types }

  /// The type with the identity `id`.
  package subscript(id: TypeID) -> ValueType { types[Int(id.index)] }

  /// Returns the identity of `type`, which is in the table afterwards.
  package mutating func demand(_ type: ValueType) -> TypeID {
    if let known = identities[type] { return known }
    let id = TypeID(index: UInt32(types.count))
    types.append(type)
    identities[type] = id
    return id
  }

  /// Returns the identity of a type without parts.
  ///
  /// - Precondition: `type` has no parts.
  package func simple(_ type: ValueType) -> TypeID {
    guard let known = identities[type] else {
      preconditionFailure("every type without parts is in the table from the start")
    }
    return known
  }

  /// Returns the type inside an optional, or `id` itself.
  package func unwrapped(_ id: TypeID) -> TypeID {
    if case .optional(let wrapped) = self[id] { return wrapped }
    return id
  }

  /// Returns `true` iff values of the type may be absent.
  package func isOptional(_ id: TypeID) -> Bool {
    if case .optional = self[id] { return true }
    return false
  }
}
