package import PolicyInterpreter
package import ResourceModel

/// One input with what the selected rules say of it.
package struct EvaluatedInput: Sendable {
  /// What the input was.
  package let report: InputReport

  /// Its resources.
  package let graph: ResourceGraph

  /// The outcomes, one for each application of the selection, in its order.
  package let outcomes: [RuleOutcome]

  /// Creates the input with its outcomes.
  package init(report: InputReport, graph: ResourceGraph, outcomes: [RuleOutcome]) {
    self.report = report
    self.graph = graph
    self.outcomes = outcomes
  }
}
