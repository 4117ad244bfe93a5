internal import PolicyIR
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Declares the types and functions that the program starts with, of which each is of the pack that
  /// `owners` have for its file.
  ///
  /// Their rules need no names here: only those of one pack may not be the same.
  mutating func declareBase(of owners: [FileID: String]) {
    func declare(_ name: String, _ meaning: DeclaredType.Meaning, at range: SourceRange) {
      types[name] = DeclaredType(
        meaning: meaning, pack: owners[range.file] ?? "", range: range)
    }
    let schema = program.schema
    for (index, type) in schema.resources.enumerated() {
      declare(type.name, .resource(ResourceTypeID(index: index)), at: type.range)
    }
    for (index, type) in schema.structures.enumerated() {
      declare(type.name, .structure(StructureID(index: index)), at: type.range)
    }
    for (index, type) in schema.enumerations.enumerated() {
      declare(type.name, .enumeration(EnumerationID(index: index)), at: type.range)
    }
    for (index, function) in program.functions.enumerated() {
      functions[function.name, default: []].append(
        FunctionSignature(
          index: index, pack: function.pack, isPrivate: function.isPrivate,
          parameters: function.parameters.map(\.type), result: function.result,
          range: function.range))
    }
  }
}
