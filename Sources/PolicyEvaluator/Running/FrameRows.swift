/// The rows of a frame in one batch.
struct FrameRows {
  /// The number of rows.
  var count = 0

  /// For each row, the 0-based row of the outer frame that it belongs to.
  var parents: [UInt32] = []

  /// For each row, its row in the column of elements, or the node.
  var elements: [UInt32] = []

  /// For each row of the outer frame, where its rows end.
  var ends: [UInt32] = []
}

extension Array {
  /// Makes the array at least `count` long, and keeps what it holds.
  mutating func grow(to count: Int, with element: Element) {
    guard self.count < count else { return }
    reserveCapacity(Swift.max(count, self.count * 2))
    append(contentsOf: repeatElement(element, count: count - self.count))
  }

  /// Makes the array at least `count` long; what it held may be lost.
  mutating func demand(_ count: Int, _ element: Element) {
    if self.count < count {
      self = Array(repeating: element, count: Swift.max(count, self.count * 2))
    }
  }
}
