/// The strings that match some of the globs of a field and not the others.
struct FilterStringClass {
  /// One of the strings.
  let example: String

  /// What each predicate says of them, where it is a glob.
  let says: [Bool?]

  /// Whether there is no other string in the class, so that a regular expression decides it.
  let isSole: Bool

  /// Returns the classes into which the globs among `predicates` divide the strings, or `nil` if
  /// there are too many.
  static func all(of predicates: [FilterPredicate]) -> [FilterStringClass]? {
    var globs: [Glob] = []
    // For each predicate the number of its glob, and what it says of a string that matches it.
    var sources: [(glob: Int, isMatch: Bool)?] = []
    for predicate in predicates {
      switch predicate {
      case .matches(let glob):
        sources.append((globs.count, true))
        globs.append(glob)
      case .differs(let glob):
        sources.append((globs.count, false))
        globs.append(glob)
      case .compares, .finds, .lacks, .isNull, .isBoolean, .exists, .isMissing:
        sources.append(nil)
      }
    }
    let signatures =
      GlobSignatures.ofLiterals(globs) ?? GlobSignatures.all(of: globs, limit: 10_000)
    let texts = globs.map(\.exactText)
    return signatures?.map { signature in
      FilterStringClass(
        example: signature.witness,
        says: sources.map { source in
          source.map { signature.isMatched[$0.glob] == $0.isMatch }
        }, isSole: zip(texts, signature.isMatched).contains { $0 != nil && $1 })
    }
  }
}
