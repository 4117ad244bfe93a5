internal import PolicyIR
internal import ResourceModel

extension Checker {
  var errorType: TypeID { program.schema.types.simple(.error) }
  var boolType: TypeID { program.schema.types.simple(.bool) }
  var intType: TypeID { program.schema.types.simple(.int) }
  var stringType: TypeID { program.schema.types.simple(.string) }
  var jsonType: TypeID { program.schema.types.simple(.json) }

  /// Returns the identity of `type`.
  mutating func demand(_ type: ValueType) -> TypeID { program.schema.types.demand(type) }

  /// Returns the type of values that may be absent; `Json` may be as it is.
  mutating func optional(_ type: TypeID) -> TypeID {
    switch self[type] {
    case .optional, .json, .error: type
    default: demand(.optional(type))
    }
  }

  /// The type with the identity `id`.
  subscript(id: TypeID) -> ValueType { program.schema.types[id] }

  /// Returns the type inside an optional, or `id` itself.
  func unwrapped(_ id: TypeID) -> TypeID { program.schema.types.unwrapped(id) }

  /// Returns `true` iff values of the type may be absent and the author must deal with it.
  func isOptional(_ id: TypeID) -> Bool { program.schema.types.isOptional(id) }

  /// Returns the type as it is written.
  func name(of id: TypeID) -> String { program.schema.description(of: id) }
}
