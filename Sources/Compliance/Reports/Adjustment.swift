package import PolicyIR

/// Something that a run does otherwise than the benchmarks and rules say by themselves.
package struct Adjustment: Hashable, Sendable {
  /// What is done otherwise.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A control is left out by a profile.
    case excluded
    /// A control is left out by a benchmark that extends another.
    case disabled
    /// A parameter has another value.
    case parameter
    /// A rule has another severity.
    case severity
    /// A control is changed in another way by a benchmark that extends another.
    case control
  }

  /// What is done otherwise.
  package let kind: Kind

  /// The control or the rule.
  package let subject: String

  /// The benchmark with its version, for a control; else empty.
  package let benchmark: String

  /// The name of the parameter or attribute; empty when there is none.
  package let attribute: String

  /// What it is by itself, as text; empty when there is nothing to compare.
  package let from: String

  /// What it is in this run, as text; empty when there is nothing to compare.
  package let to: String

  /// For which resources, in words; empty for all.
  package let scope: String

  /// How much is demanded, compared with what would be; `nil` when that has no meaning.
  package let strictness: Strictness?

  /// The number of resources that were judged by it; `nil` when that has no meaning.
  package let resourceCount: Int?

  /// Who says so: a profile or a benchmark.
  package let source: String

  /// Why, in their words.
  package let reason: String
}
