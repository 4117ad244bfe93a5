extension Column {
  /// Adds the rows of a column of the same kind that another builder made; its edges to nodes must
  /// all be keys.
  mutating func append(_ other: Column, _ numbers: PoolNumbers) {
    let first = states.count
    switch kind {
    case .bits, .cases: bytes += other.bytes
    case .integers, .floats: words += other.words
    // A row without a value has the number of the empty text, which all pools have.
    case .strings, .arns, .edges: append(other.ids, as: numbers.strings)
    case .pooled:
      for row in other.ids.indices {
        let isValue = other.states[row] == CellState.value.rawValue
        ids.append(isValue ? numbers.values[Int(other.ids[row])] : 0)
      }
    case .runs, .pairs:
      let start = UInt32(children[0].count)
      for index in children.indices { children[index].append(other.children[index], numbers) }
      for end in other.ids { ids.append(start + end) }
    case .structure:
      for index in children.indices { children[index].append(other.children[index], numbers) }
    }
    states += other.states
    appendCauses(of: other, at: first, numbers)
  }

  /// Adds what has the numbers `others` elsewhere, and here those that `numbers` say.
  private mutating func append(_ others: [UInt32], as numbers: [UInt32]) {
    for other in others { ids.append(numbers[Int(other)]) }
  }

  /// Says why the rows from `first` on that are not fully known are so.
  private mutating func appendCauses(of other: Column, at first: Int, _ numbers: PoolNumbers) {
    causes.append(other.causes, from: first, as: numbers.causes)
    missing.append(other.missing, from: first, as: numbers.causes)
  }
}
