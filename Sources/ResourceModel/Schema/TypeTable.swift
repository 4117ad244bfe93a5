/// The types of a program, each once.
package struct TypeTable: Sendable {
  @usableFromInline var types: [ValueType] = []

  /// The identities of the types with one part, by that part.
  private var enumerations: [TypeID?] = []
  private var structures: [TypeID?] = []
  private var resources: [TypeID?] = []
  private var lists: [TypeID?] = []
  private var sets: [TypeID?] = []
  private var optionals: [TypeID?] = []

  /// The identities of maps.
  private var maps: [ValueType: TypeID] = [:]

  /// Creates a table that holds the types without parts.
  package init() {
    types = [
      .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
    ]
    for (index, type) in types.enumerated() {
      precondition(
        TypeTable.simpleID(type)?.index == UInt32(index), "types without parts have fixed places")
    }
  }

  /// Returns the identity of a type without parts, which is the same in every table; `nil` when
  /// `type` has parts.
  private static func simpleID(_ type: ValueType) -> TypeID? {
    switch type {
    case .error: TypeID(index: 0)
    case .bool: TypeID(index: 1)
    case .int: TypeID(index: 2)
    case .float: TypeID(index: 3)
    case .string: TypeID(index: 4)
    case .duration: TypeID(index: 5)
    case .timestamp: TypeID(index: 6)
    case .bytes: TypeID(index: 7)
    case .cidr: TypeID(index: 8)
    case .cidrSet: TypeID(index: 9)
    case .portSet: TypeID(index: 10)
    case .arn: TypeID(index: 11)
    case .regex: TypeID(index: 12)
    case .policyDocument: TypeID(index: 13)
    case .filterPattern: TypeID(index: 14)
    case .version: TypeID(index: 15)
    case .ipAddress: TypeID(index: 16)
    case .glob: TypeID(index: 17)
    case .json: TypeID(index: 18)
    case .enumeration, .structure, .resource, .list, .set, .map, .optional: nil
    }
  }

  /// The types, by the indices of their identities.
  package var all: [ValueType] { types }

  /// The type with the identity `id`.
  @inlinable package subscript(id: TypeID) -> ValueType { types[Int(id.index)] }

  /// Returns the identity of `type`, which is in the table afterwards.
  package mutating func demand(_ type: ValueType) -> TypeID {
    let new = TypeID(index: UInt32(types.count))
    let id: TypeID
    switch type {
    case .enumeration(let part): id = TypeTable.demand(part.index, new, in: &enumerations)
    case .structure(let part): id = TypeTable.demand(part.index, new, in: &structures)
    case .resource(let part): id = TypeTable.demand(part.index, new, in: &resources)
    case .list(let part): id = TypeTable.demand(Int(part.index), new, in: &lists)
    case .set(let part): id = TypeTable.demand(Int(part.index), new, in: &sets)
    case .optional(let part): id = TypeTable.demand(Int(part.index), new, in: &optionals)
    case .map:
      if let known = maps[type] { return known }
      maps[type] = new
      id = new
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json:
      id = simple(type)
    }
    if id == new { types.append(type) }
    return id
  }

  /// Returns the identity at `index` of `identities`, where `new` is put if there is none.
  private static func demand(
    _ index: Int, _ new: TypeID, in identities: inout [TypeID?]
  ) -> TypeID {
    while identities.count <= index { identities.append(nil) }
    if let known = identities[index] { return known }
    identities[index] = new
    return new
  }

  /// Returns the identity of a type without parts.
  ///
  /// - Precondition: `type` has no parts.
  package func simple(_ type: ValueType) -> TypeID {
    guard let id = TypeTable.simpleID(type) else {
      preconditionFailure("a type with parts is in the table only when it was demanded")
    }
    return id
  }

  /// Returns the type inside an optional, or `id` itself.
  @inlinable package func unwrapped(_ id: TypeID) -> TypeID {
    if case .optional(let wrapped) = self[id] { return wrapped }
    return id
  }

  /// Returns `true` iff values of the type may be absent.
  @inlinable package func isOptional(_ id: TypeID) -> Bool {
    if case .optional = self[id] { return true }
    return false
  }

  /// Returns `true` iff elements of collections of the type may be absent.
  func hasOptionalElements(_ id: TypeID) -> Bool {
    switch self[unwrapped(id)] {
    case .list(let element), .set(let element): isOptional(element)
    default: false
    }
  }
}
