/// Vectors of which only some rows matter.
extension Machine {
  /// Returns whether anything is asked for the node in the row.
  @inline(__always)
  static func matters(_ row: Int, in mask: [UInt8]) -> Bool { mask.isEmpty || mask[row] != 0 }

  /// Makes sure that the rows of the operation's vector are those of the batch where `isOpen`, which
  /// is by row; the others may hold anything, and only until the next operation is demanded.
  ///
  /// - Precondition: the operation is in the frame of the nodes that are judged.
  func demand(_ id: OperationID, count: Int, where isOpen: (Int) -> Bool) {
    guard askedParts.operations[id], plan.homes[id] == 0 else { return demand(id) }
    var wanted = [UInt8](repeating: 0, count: count)
    var total = 0
    for row in 0..<count where isOpen(row) && Machine.matters(row, in: mask) {
      wanted[row] = 1
      total += 1
    }
    // Where nearly all matter, what is found is better kept for other rules.
    if total * 4 > count * 3 { return demand(id) }
    let (outer, operations, frames) = (mask, maskedOperations, maskedFrames)
    (mask, maskedOperations, maskedFrames) = (wanted, [], [])
    demand(id)
    forgetMasked()
    (mask, maskedOperations, maskedFrames) = (outer, operations, frames)
  }
}
