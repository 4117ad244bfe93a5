package import PolicyIR
package import ResourceModel

/// A rule with the values of its parameters that are not the defaults.
package struct EvaluatedApplication: Sendable {
  /// The rule.
  package let rule: RuleID

  /// The parameters that are given, by 0-based index.
  package let parameters: [Int: Value]

  /// Creates the application of `rule` with `parameters`.
  package init(rule: RuleID, parameters: [Int: Value]) {
    self.rule = rule
    self.parameters = parameters
  }
}
