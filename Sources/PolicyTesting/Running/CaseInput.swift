package import DomainValues
package import PolicyIR
package import ResourceModel
internal import SourceText

/// The graph of a case and its variables.
struct CaseInput: Sendable {
  /// A node that a step of the case stands for.
  struct Node: Sendable {
    /// The node.
    let row: RowID
    /// Where the case writes it.
    let range: SourceRange
  }

  /// The nodes.
  let graph: ResourceGraph
  /// The variables, by slot.
  let slots: [Cell]
  /// The nodes that the case writes, without those inside of others.
  let written: [Node]
  /// The waivers under which it is judged, if the case has some.
  var waivers: CaseWaivers?

  /// Returns the node in the slot, if it holds one.
  func row(inSlot slot: Int) -> RowID? {
    guard slots.indices.contains(slot), case .resource(let row)? = slots[slot].reading.value else {
      return nil
    }
    return row
  }
}

/// A case with its input, ready to be run against the program or a mutant of it.
package struct PreparedCase: Sendable {
  /// The rule it tests.
  package let rule: RuleID
  /// The case.
  package let testCase: TestCase
  /// The instant of the run.
  package let now: Timestamp
  /// The input, or why there is none.
  let input: Result<CaseInput, CaseFailure>

  /// The graph of the input, if there is one.
  package var graph: ResourceGraph? {
    switch input {
    case .success(let made): made.graph
    case .failure: nil
    }
  }
}
