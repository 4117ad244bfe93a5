internal import ResourceModel
internal import SourceText

/// A type that a pack declares.
struct DeclaredType {
  /// What the name stands for.
  enum Meaning {
    case resource(ResourceTypeID)
    case structure(StructureID)
    case enumeration(EnumerationID)
  }

  /// What the name stands for.
  let meaning: Meaning
  /// The pack that declares it.
  let pack: String
  /// Where the name is declared.
  let range: SourceRange
}

/// A function that a pack declares.
struct FunctionSignature {
  /// The number of the function in the program.
  let index: Int
  /// The pack that declares it.
  let pack: String
  /// Whether only that pack sees it.
  let isPrivate: Bool
  /// The types of its parameters.
  let parameters: [TypeID]
  /// The type of its result.
  let result: TypeID
  /// Where the name is declared.
  let range: SourceRange
}
