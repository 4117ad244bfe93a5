package import PolicyIR
package import ResourceModel

/// What one rule says of all resources of its type.
package struct RuleOutcome: Hashable, Sendable {
  /// What the rule met.
  package enum Population: Hashable, Sendable {
    /// There are resources, each with its outcome.
    case evaluated
    /// There are none, and the input would show them.
    case noResources
    /// The input shows none, but there may be some, because of this.
    case notCollected([Cause])
  }

  /// The rule.
  package let rule: RuleID

  /// What it met.
  package let population: Population

  /// What it says of each resource, in the order of the rows.
  package let subjects: [SubjectOutcome]

  /// Creates the outcome of `rule`.
  package init(rule: RuleID, population: Population, subjects: [SubjectOutcome]) {
    self.rule = rule
    self.population = population
    self.subjects = subjects
  }
}
