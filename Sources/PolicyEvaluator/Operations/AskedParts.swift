/// Which vectors and frames of a plan hang on what is asked of distinct values for the nodes that are
/// judged.
///
/// Asking is what takes long, and where only some of the nodes matter it is done for these alone.
struct AskedParts {
  /// Whether that is so of each operation.
  private(set) var operations: [Bool] = []

  /// Whether that is so of each frame.
  private(set) var frames: [Bool]

  /// Finds it out for the operations and frames of `plan`.
  init(_ plan: Plan) {
    frames = Array(repeating: false, count: plan.frames.count)
    operations.reserveCapacity(plan.operations.count)
    for (id, operation) in plan.operations.enumerated() {
      let isAsked = operation.term != nil && plan.homes[id] == 0
      let others = [plan.homes[id], operation.frame].compactMap(\.self)
      operations.append(
        isAsked || operation.operands.contains { operations[$0] }
          || others.contains { hangsOnAsking($0, plan) })
    }
    for frame in frames.indices { frames[frame] = hangsOnAsking(frame, plan) }
  }

  /// Returns whether the rows of the frame hang on what is asked; its collection comes before what is
  /// in it.
  private func hangsOnAsking(_ frame: FrameID, _ plan: Plan) -> Bool {
    guard let collection = plan.frames[frame].collection else { return false }
    return operations[collection] || hangsOnAsking(plan.frames[frame].parent, plan)
  }
}
