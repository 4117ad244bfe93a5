package import PolicyIR
package import ResourceModel

/// What one rule says of all resources of its type.
package struct RuleOutcome: Hashable, Sendable {
  /// What the rule met.
  package enum Population: Hashable, Sendable {
    /// There are resources, each with its outcome.
    case evaluated
    /// There are resources, each with its outcome, and there may be more, which the source would have
    /// shown but for this.
    case incomplete([Cause])
    /// There are none, and the input would show them.
    case noResources
    /// The input shows none, but there may be some, because of this.
    case notCollected([Cause])
  }

  /// The rule.
  package let rule: RuleID

  /// What it met.
  package let population: Population

  /// The status of each resource, by row.
  package let statuses: RuleStatuses

  /// What it says of the resources that are told of, in the order of the rows.
  package let subjects: [SubjectOutcome]

  /// Creates the outcome of `rule`, which tells of some resources.
  package init(
    rule: RuleID, population: Population, statuses: RuleStatuses, subjects: [SubjectOutcome]
  ) {
    self.rule = rule
    self.population = population
    self.statuses = statuses
    self.subjects = subjects
  }

  /// Creates the outcome of `rule`, which tells of all resources.
  package init(rule: RuleID, population: Population, subjects: [SubjectOutcome]) {
    self.init(
      rule: rule, population: population, statuses: RuleStatuses(subjects.lazy.map(\.status)),
      subjects: subjects)
  }
}
