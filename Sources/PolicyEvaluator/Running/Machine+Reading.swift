internal import PolicyIR
internal import ResourceModel

/// Columns as vectors.
extension Machine {
  /// Reads the rows of a column that the operand names.
  func read(_ id: OperationID, _ operand: OperationID, _ substitute: Substitute, _ count: Int) {
    guard let read = column(of: id) else { return }
    let column = read.column
    // The numbers of nodes that follow each other need not be written down.
    let isSubject = read.substitute != nil
    if !isSubject { demand(operand) }
    var vector = take(id)
    if isSubject {
      Machine.copy(
        column, from: batch.lowerBound, count, substitute, plan.shapes[id], into: &vector)
    } else {
      let source = vectors[operand]
      Machine.gather(
        column, source.ids, source.states, count, substitute, plan.shapes[id], into: &vector)
    }
    vectors[id] = vector
  }

  /// Copies rows that follow each other.
  private static func copy(
    _ column: Column, from lower: Int, _ count: Int, _ substitute: Substitute, _ shape: Shape,
    into vector: inout Vector
  ) {
    vector.states.demand(count, 0)
    copy(column.states, from: lower, count, into: &vector.states)
    switch shape {
    case .truth, .bits, .cases:
      vector.bytes.demand(count, 0)
      copy(column.bytes, from: lower, count, into: &vector.bytes)
    case .words:
      vector.words.demand(count, 0)
      copy(column.words, from: lower, count, into: &vector.words)
    case .texts, .arns, .values, .edges:
      vector.ids.demand(count, 0)
      copy(column.ids, from: lower, count, into: &vector.ids)
    case .structure:
      vector.ids.demand(count, 0)
      for row in 0..<count { vector.ids[row] = UInt32(lower + row) }
    case .runs, .pairs, .groups:
      vector.ids.demand(count, 0)
      vector.ends.demand(count, 0)
      vector.bytes.demand(count, 0)
      copy(column.ids, from: lower, count, into: &vector.ends)
      vector.ids[0] = lower == 0 ? 0 : column.ids[lower - 1]
      for row in 1..<max(count, 1) { vector.ids[row] = vector.ends[row - 1] }
      for row in 0..<count { vector.bytes[row] = 0 }
      if !column.missing.isEmpty {
        for row in 0..<count where column.missing[lower + row] != 0 { vector.bytes[row] = 1 }
      }
    case .bounds: break
    }
    apply(substitute, shape, count, to: &vector)
  }

  private static func copy<Element>(
    _ source: [Element], from lower: Int, _ count: Int, into result: inout [Element]
  ) {
    result.replaceSubrange(0..<count, with: source[lower..<(lower + count)])
  }

  /// Reads rows of a column by their numbers; where `known` is not a value, they are unknown.
  static func gather(
    _ column: Column, _ rows: [UInt32], _ known: [UInt8]?, _ count: Int,
    _ substitute: Substitute, _ shape: Shape, into vector: inout Vector
  ) {
    // Rows that are not known may have any number; 0 is not there only if the column is empty.
    guard column.count > 0 else {
      vector = nothing(shape, count)
      return
    }
    vector.states.demand(count, 0)
    Kernels.gather(column.states, at: rows, count, into: &vector.states)
    if let known {
      Machine.mark(&vector.states, where: known, count)
    }
    switch shape {
    case .truth, .bits, .cases:
      vector.bytes.demand(count, 0)
      Kernels.gather(column.bytes, at: rows, count, into: &vector.bytes)
    case .words:
      vector.words.demand(count, 0)
      Kernels.gather(column.words, at: rows, count, into: &vector.words)
    case .texts, .arns, .values, .edges:
      vector.ids.demand(count, 0)
      Kernels.gather(column.ids, at: rows, count, into: &vector.ids)
    case .structure:
      vector.ids.demand(count, 0)
      for row in 0..<count { vector.ids[row] = rows[row] }
    case .runs, .pairs, .groups:
      vector.ids.demand(count, 0)
      vector.ends.demand(count, 0)
      vector.bytes.demand(count, 0)
      let hasOpen = !column.missing.isEmpty
      for row in 0..<count {
        let run = column.run(at: Int(rows[row]))
        vector.ids[row] = UInt32(run.lowerBound)
        vector.ends[row] = UInt32(run.upperBound)
        vector.bytes[row] = hasOpen && column.missing[Int(rows[row])] != 0 ? 1 : 0
      }
    case .bounds: break
    }
    apply(substitute, shape, count, to: &vector)
    if known != nil {
      var states = vector.states.mutableSpan
      for row in 0..<count { states[row] = states[row] == 3 ? 1 : states[row] }
    }
  }

  /// Sets aside the rows of which it is not known which they are.
  private static func mark(_ states: inout [UInt8], where known: [UInt8], _ count: Int) {
    let known = known.span.extracting(first: count)
    var states = states.mutableSpan
    for row in 0..<count { states[row] = known[row] == 2 ? states[row] : 3 }
  }

  /// Returns a vector of which nothing is known.
  private static func nothing(_ shape: Shape, _ count: Int) -> Vector {
    Vector(
      states: Array(repeating: 1, count: count), bytes: Array(repeating: 0, count: count),
      ids: Array(repeating: 0, count: count), ends: Array(repeating: 0, count: count),
      words: Array(repeating: 0, count: count))
  }

  /// Reads what is absent as the schema says.
  private static func apply(
    _ substitute: Substitute, _ shape: Shape, _ count: Int, to vector: inout Vector
  ) {
    switch substitute {
    case .absent: break
    case .unknown:
      var states = vector.states.mutableSpan
      for row in 0..<count { states[row] = max(states[row], 1) }
    case .empty:
      for row in 0..<count where vector.states[row] == 0 {
        vector.states[row] = 2
        vector.ids[row] = vector.ends[row]
        vector.bytes[row] = 0
      }
    case .word(let word):
      for row in 0..<count where vector.states[row] == 0 {
        vector.states[row] = 2
        switch shape {
        case .truth, .bits, .cases: vector.bytes[row] = UInt8(truncatingIfNeeded: word)
        case .words: vector.words[row] = word
        case .texts, .arns, .values, .edges, .structure:
          vector.ids[row] = UInt32(truncatingIfNeeded: word)
        case .runs, .pairs, .groups, .bounds: break
        }
      }
    }
  }

  /// Finds the nodes that refer to others.
  func referring(_ id: OperationID, _ operand: OperationID, _ edge: EdgeID, _ count: Int) {
    demand(operand)
    guard let inverse = graph.inverse(edge) else { return }
    let source = vectors[operand]
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.bytes.demand(count, 0)
    vector.ids.demand(count, 0)
    vector.ends.demand(count, 0)
    for row in 0..<count {
      guard source.states[row] == 2 else {
        (vector.states[row], vector.ids[row], vector.ends[row]) = (1, 0, 0)
        continue
      }
      let target = Int(source.ids[row])
      let group = inverse.group(of: target)
      vector.states[row] = 2
      vector.ids[row] = UInt32(group.lowerBound)
      vector.ends[row] = UInt32(group.upperBound)
      vector.bytes[row] = inverse.missing[target] != 0 ? 1 : 0
    }
    vectors[id] = vector
  }

  /// Finds the one node that refers to another.
  func soleReferring(_ id: OperationID, _ operand: OperationID, _ edge: EdgeID, _ count: Int) {
    demand(operand)
    guard let inverse = graph.inverse(edge) else { return }
    let source = vectors[operand]
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.ids.demand(count, 0)
    for row in 0..<count {
      (vector.states[row], vector.ids[row]) = (1, 0)
      guard source.states[row] == 2 else { continue }
      let target = Int(source.ids[row])
      let group = inverse.group(of: target)
      if group.count == 1 {
        (vector.states[row], vector.ids[row]) = (2, inverse.sources[group.lowerBound])
      } else if group.isEmpty, inverse.missing[target] == 0 {
        vector.states[row] = 0
      }
    }
    vectors[id] = vector
  }

  /// Looks up a key in maps.
  func lookup(_ id: OperationID, _ operand: OperationID, _ key: UInt32, _ count: Int) {
    guard let column = column(of: id)?.column else { return }
    demand(operand)
    let source = vectors[operand]
    let keys = column.children[0]
    // Where nothing is found, the row says why: 0 it is not there, 1 it may be.
    var rows = [UInt32](repeating: 0, count: count)
    var found = [UInt8](repeating: 0, count: count)
    for row in 0..<count {
      guard source.states[row] == 2 else {
        found[row] = 1
        continue
      }
      found[row] = source.bytes[row]
      for entry in source.ids[row]..<source.ends[row]
      where keys.ids[Int(entry)] == key && keys.states[Int(entry)] == 2 {
        (rows[row], found[row]) = (entry, 2)
        break
      }
    }
    var vector = take(id)
    Machine.gather(
      column.children[1], rows, nil, count, .absent, plan.shapes[id], into: &vector)
    for row in 0..<count where found[row] != 2 { vector.states[row] = found[row] }
    vectors[id] = vector
  }
}
