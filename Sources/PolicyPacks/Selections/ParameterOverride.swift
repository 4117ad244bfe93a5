package import PolicyIR
package import ResourceModel

/// Another value of a parameter for the resources of a scope.
package struct ParameterOverride: Hashable, Sendable {
  /// The 0-based index of the parameter.
  package let parameter: Int

  /// The value.
  package let value: Value

  /// For which resources.
  package let scope: ResourceScope

  /// How much the rule demands with it, compared with the benchmark's own value.
  package let strictness: Strictness

  /// Why, in the words of whoever wrote it.
  package let reason: String
}
