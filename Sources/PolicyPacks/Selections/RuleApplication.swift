package import PolicyIR
package import ResourceModel

/// A rule with the values of its parameters.
package struct RuleApplication: Hashable, Sendable {
  /// The rule.
  package let rule: RuleID

  /// What the benchmark asks for: the parameters that are given, by 0-based index; the others have
  /// their defaults.
  package let parameters: [Int: Value]

  /// Other values for some resources; of those whose scope a resource is within, the last counts.
  package let overrides: [ParameterOverride]

  /// Creates the application of `rule` with `parameters`.
  package init(rule: RuleID, parameters: [Int: Value], overrides: [ParameterOverride] = []) {
    self.rule = rule
    self.parameters = parameters
    self.overrides = overrides
  }

  /// The names of the attributes by which its overrides choose resources.
  package var attributeNames: Set<String> {
    overrides.reduce(into: []) { $0.formUnion($1.scope.attributeNames) }
  }
}
