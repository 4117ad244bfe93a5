/// In which way a mutant differs from the rule that was written.
package enum MutationKind: String, Hashable, Sendable, CaseIterable {
  /// Another operator compares.
  case comparison
  /// A constant is one more or less.
  case constant
  /// Another quantifier ranges.
  case quantifier
  /// One side of `and`, `or` or `implies` is gone.
  case connective
  /// A condition is negated.
  case negation
  /// A `where` is gone.
  case filter
  /// A `require` is gone.
  case requirement
  /// Another attribute of the same type is read.
  case attribute
}
