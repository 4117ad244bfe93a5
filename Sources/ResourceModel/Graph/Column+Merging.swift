extension Column {
  /// Adds some rows of a column of the same kind that another builder made; its edges to nodes must
  /// all be keys.
  mutating func append(
    _ rows: Range<Int>, of other: Column, _ numbers: inout PoolNumbers, _ pools: inout GraphPools
  ) {
    let first = states.count
    switch kind {
    case .bits, .cases: bytes += other.bytes[rows]
    case .integers, .floats: words += other.words[rows]
    case .strings, .arns, .edges:
      ids.reserveCapacity(ids.count + rows.count)
      for row in rows {
        // A row without a value has the number of the empty text, which all pools have.
        ids.append(numbers.string(other.ids[row], &pools))
      }
    case .pooled:
      for row in rows {
        let isValue = other.states[row] == CellState.value.rawValue
        ids.append(isValue ? numbers.value(other.ids[row], &pools) : 0)
      }
    case .runs, .pairs:
      let lower = rows.lowerBound == 0 ? 0 : Int(other.ids[rows.lowerBound - 1])
      let upper = rows.isEmpty ? lower : Int(other.ids[rows.upperBound - 1])
      let start = children[0].count
      for index in children.indices {
        children[index].append(lower..<upper, of: other.children[index], &numbers, &pools)
      }
      for row in rows { ids.append(UInt32(start + Int(other.ids[row]) - lower)) }
    case .structure:
      for index in children.indices {
        children[index].append(rows, of: other.children[index], &numbers, &pools)
      }
    }
    states += other.states[rows]
    appendCauses(rows, of: other, at: first, &numbers, &pools)
  }

  /// Says why the rows from `first` on that are not fully known are so.
  private mutating func appendCauses(
    _ rows: Range<Int>, of other: Column, at first: Int, _ numbers: inout PoolNumbers,
    _ pools: inout GraphPools
  ) {
    if !other.causes.isEmpty {
      for row in rows where other.states[row] == CellState.unknown.rawValue {
        let id = numbers.causeList(other.causes[row], &pools)
        causes.append(id, at: first + row - rows.lowerBound)
      }
    }
    guard !other.missing.isEmpty || !missing.isEmpty else { return }
    for row in rows where other.states[row] == CellState.value.rawValue {
      let id = numbers.causeList(other.missing[row], &pools)
      missing.append(id, at: first + row - rows.lowerBound)
    }
  }
}
