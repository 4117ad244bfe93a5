internal import ResourceModel

/// The graph of a case and its variables.
struct CaseInput {
  /// The nodes.
  let graph: ResourceGraph
  /// The variables, by slot.
  let slots: [Cell]

  /// Returns the node in the slot, if it holds one.
  func row(inSlot slot: Int) -> RowID? {
    guard slots.indices.contains(slot), case .resource(let row)? = slots[slot].reading.value else {
      return nil
    }
    return row
  }
}
