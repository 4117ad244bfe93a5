package import PolicyIR
package import ResourceModel

/// Something in which a benchmark differs from the one that it extends.
package struct BenchmarkChange: Sendable {
  /// What differs.
  package enum Kind: Sendable {
    /// The control is left out.
    case disabled
    /// An attribute of the control has another value; both as text.
    case attribute(String, from: String, to: String)
    /// A parameter of one of its rules, by 0-based index, has another value.
    case parameter(RuleID, Int, from: Value?, to: Value?, Strictness)
  }

  /// The id of the control.
  package let control: String

  /// What differs.
  package let kind: Kind

  /// Why, in the words of the benchmark.
  package let reason: String

  /// Whether the control may pass by it where the benchmark that is extended lets it fail.
  package var mayLoosen: Bool {
    switch kind {
    case .parameter(_, _, _, _, let strictness): strictness.mayBeLooser
    case .disabled, .attribute: false
    }
  }
}
