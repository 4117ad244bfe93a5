internal import ResourceModel

/// What the terms and declarations of a compiled form may name.
struct CompiledContext {
  /// The types.
  var schema: Schema

  /// The identities of the types, by their numbers.
  var types: [TypeID] = []

  /// How many functions there will be.
  var functionCount = 0
}

extension CompiledReader {
  /// Returns the identity of a type.
  mutating func typeID(_ context: CompiledContext) throws(CompiledFormError) -> TypeID {
    context.types[try index(below: context.types.count)]
  }
}
