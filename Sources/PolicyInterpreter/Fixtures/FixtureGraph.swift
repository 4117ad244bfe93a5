package import DomainValues
package import PolicyIR
package import ResourceModel

/// The graph of the nodes that a test case writes out.
package struct FixtureGraph: Sendable {
  /// The nodes; the rest is not collected.
  package let graph: ResourceGraph

  /// The variables of the case.
  package let slots: [Cell]

  /// Returns the node in the slot, if there is one.
  package func row(inSlot slot: Int) -> RowID? {
    guard slots.indices.contains(slot), case .resource(let row) = slots[slot].reading.value else {
      return nil
    }
    return row
  }

  /// Creates the graph of the nodes of `testCase`, at the instant `now`; files that are given are
  /// not looked at.
  package init(_ testCase: TestCase, program: Program, now: Timestamp) {
    let evaluator = TermEvaluator(
      program: program, graph: nil, rawValues: RawValues(), now: now, limits: .standard)
    evaluator.fixtures = FixtureNodes(schema: program.schema)
    evaluator.clearSlots(testCase.slotCount)
    for step in testCase.steps {
      switch step {
      case .constant(let slot, let term): evaluator.bind(slot, evaluator.evaluate(term))
      case .fixture(let term): _ = evaluator.evaluate(term)
      case .given: continue
      }
    }
    let nodes = evaluator.fixtures ?? FixtureNodes(schema: program.schema)
    graph = nodes.freeze(rawValues: evaluator.rawValues)
    slots = evaluator.slots
  }
}
