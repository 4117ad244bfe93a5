internal import PolicyIR
internal import ResourceModel

/// The joins of mappings for which the input has no raw resource, though it has some to be joined.
enum UnaskedJoins {
  /// Returns the joins of `mappings` that rules would look at by what is in `reads`, and that find raw
  /// resources of a type of which `isPresent` is true.
  static func requests(
    of mappings: [Mapping], in program: Program, _ reads: AttributeReads?,
    isPresent: (String) -> Bool
  ) -> [JoinIndex.Request] {
    var requests: [JoinIndex.Request] = []
    for mapping in mappings where !mapping.rawTypes.contains(where: isPresent) {
      let joins = mapping.steps.contains { step in
        if case .join(_, let types, _) = step { types.contains(where: isPresent) } else { false }
      }
      guard joins, reads?.contains(mapping.target) ?? true else { continue }
      let taken = TakenSteps(mapping, in: program, reads)
      // What is joined by where it is names nothing, so that nothing is missing without the other.
      for case .join(_, let types, .path(let path)) in taken.identifying + taken.assigning
      where types.contains(where: isPresent) {
        requests.append(JoinIndex.Request(rawTypes: types, relation: .path(path)))
      }
    }
    return requests
  }
}
