package import PolicyIR

/// A value of a parameter that is not the benchmark's own.
package struct Deviation: Hashable, Sendable {
  /// The name of the parameter.
  package let parameter: String

  /// The value, as text.
  package let value: String

  /// The benchmark's own value, as text.
  package let own: String

  /// How much the rule demands with it, compared with the benchmark's own.
  package let strictness: Strictness
}
