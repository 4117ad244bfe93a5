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

  /// Returns the reference to a node of the input, whose 0-based index among the inputs is `number`.
  func reference(to row: RowID, number: Int) -> ResourceReference {
    ResourceReference(row, of: graph, input: number)
  }
}
