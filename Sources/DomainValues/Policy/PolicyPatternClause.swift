/// The actions or resources that a statement is about.
package struct PolicyPatternClause: Hashable, Sendable {
  /// The patterns that are known.
  package let patterns: [PolicyPattern]

  /// Whether no other pattern is in the clause.
  package let isComplete: Bool

  /// Whether the clause is about all but what the patterns match, as `NotAction` is.
  package let isNegated: Bool

  /// Creates the clause of `patterns`.
  package init(_ patterns: [PolicyPattern], isComplete: Bool = true, isNegated: Bool = false) {
    self.patterns = patterns
    self.isComplete = isComplete
    self.isNegated = isNegated
  }

  /// A clause of which nothing is known.
  package static let unknown = PolicyPatternClause([], isComplete: false)

  /// Returns whether the clause is about what `isMatched` tells of, for each pattern in order.
  func covers(_ isMatched: some Sequence<Bool>) -> Truth {
    var truth: Truth = isComplete ? .false : .unknown
    for (pattern, matches) in zip(patterns, isMatched) where matches {
      truth = truth || (pattern.isExact ? .true : .unknown)
    }
    return isNegated ? !truth : truth
  }

  /// Returns whether the clause is about `text`, an action or a resource.
  func covers(_ text: String) -> Truth {
    covers(patterns.map { $0.glob.matches(text) })
  }
}
