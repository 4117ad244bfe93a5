internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Terms that are decided once for each distinct value.
extension Machine {
  /// The steps that a term is counted for anyway.
  private static let usualSteps = RuleCompiler.tableSteps

  /// Values without a small number are remembered up to this many.
  private static let mostSparse = 1 << 20

  func table(_ id: OperationID, _ leaf: OperationID, _ term: TermID, _ count: Int) {
    demand(leaf)
    let source = vectors[leaf]
    let shape = plan.shapes[leaf]
    var table = tables[id] ?? makeTable(of: term, shape)
    tables[id] = nil
    let size: Int
    switch shape {
    case .truth, .bits, .cases: size = 256
    case .texts, .arns: size = graph.pools.strings.count
    case .values: size = made.count
    case .words, .edges, .runs, .pairs, .groups, .structure, .bounds: size = 0
    }
    let result = plan.shapes[id]
    var vector = take(id)
    prepare(&vector, result, count)
    let isQuick = result == .truth && (shape == .texts || shape == .arns || shape == .values)
    if isQuick { table.truths.grow(to: size, with: 255) }
    if isQuick,
      Machine.lookUp(source.states, source.ids, table.truths, count, into: &vector.bytes)
    {
      vectors[id] = vector
      tables[id] = table
      return
    }
    let mask = plan.homes[id] == 0 ? mask : []
    for row in 0..<count {
      guard Machine.matters(row, in: mask) else {
        put(Machine.unasked, result, row, &vector)
        continue
      }
      if isQuick, let truth = quickTruth(source, row, &table) {
        vector.bytes[row] = truth
        continue
      }
      let state: UInt8 = shape == .truth ? (source.bytes[row] == 1 ? 1 : 2) : source.states[row]
      let entry: LookupTable.Entry
      switch state {
      case 0: entry = table.absent ?? ask(term, [Cell(.absent)], result)
      case 1: entry = table.unknown ?? ask(term, [Machine.unknown], result)
      default:
        let word = Machine.word(shape, source, row)
        if size > 0 {
          table.places.grow(to: size, with: 0)
          let place = table.places[Int(word)]
          if place > 0 {
            entry = table.entries[Int(place - 1)]
          } else {
            entry = ask(term, [cell(leaf, word)], result)
            table.entries.append(entry)
            table.places[Int(word)] = UInt32(table.entries.count)
          }
        } else {
          let key = LookupKey(one: word, other: 0, states: 2)
          if let place = table.sparsePlaces[key] {
            entry = table.entries[Int(place)]
          } else {
            entry = ask(term, [cell(leaf, word)], result)
            remember(entry, key, in: &table)
          }
        }
      }
      if state == 0 { table.absent = entry }
      if state == 1 { table.unknown = entry }
      put(entry, result, row, &vector)
      if isQuick, state == 2, entry.extraSteps == 0 {
        table.truths[Int(source.ids[row])] = vector.bytes[row]
      }
    }
    vectors[id] = vector
    tables[id] = table
  }

  private func makeTable(of term: TermID, _ shape: Shape) -> LookupTable {
    var table = LookupTable()
    if case .values = shape { table.coverage = AddressCoverage(term, in: companion) }
    return table
  }

  /// Returns the truth of the value in the row if it is known or nobody has to be asked.
  @inline(__always)
  private func quickTruth(_ source: Vector, _ row: Int, _ table: inout LookupTable) -> UInt8? {
    guard source.states[row] == 2 else { return nil }
    let value = Int(source.ids[row])
    if table.truths[value] <= 2 { return table.truths[value] }
    guard value < graph.pools.values.count,
      let truth = table.coverage?.truth(of: UInt32(value), in: graph.pools.values)
    else { return nil }
    table.truths[value] = truth
    return truth
  }

  /// Writes the truths of values that were all asked before, and returns whether they were.
  private static func lookUp(
    _ states: [UInt8], _ ids: [UInt32], _ truths: [UInt8], _ count: Int,
    into result: inout [UInt8]
  ) -> Bool {
    let states = states.span.extracting(first: count)
    let ids = ids.span.extracting(first: count)
    let truths = truths.span
    var result = result.mutableSpan
    var most: UInt8 = 0
    for row in 0..<count {
      let truth = states[row] == 2 ? truths[Int(ids[row])] : 255
      result[row] = truth
      most = max(most, truth)
    }
    return most <= 2
  }

  func pairTable(
    _ id: OperationID, _ one: OperationID, _ other: OperationID, _ term: TermID, _ count: Int
  ) {
    demand(one)
    demand(other)
    let (states, others) = (self.states(of: one, count), self.states(of: other, count))
    let (first, second) = (vectors[one], vectors[other])
    let (shape, otherShape) = (plan.shapes[one], plan.shapes[other])
    var table = tables[id] ?? LookupTable()
    tables[id] = nil
    let result = plan.shapes[id]
    var vector = take(id)
    prepare(&vector, result, count)
    let mask = plan.homes[id] == 0 ? mask : []
    for row in 0..<count {
      guard Machine.matters(row, in: mask) else {
        put(Machine.unasked, result, row, &vector)
        continue
      }
      let word = states[row] == 2 ? Machine.word(shape, first, row) : 0
      let otherWord = others[row] == 2 ? Machine.word(otherShape, second, row) : 0
      let key = LookupKey(one: word, other: otherWord, states: states[row] * 4 + others[row])
      let entry: LookupTable.Entry
      if let place = table.sparsePlaces[key] {
        entry = table.entries[Int(place)]
      } else {
        let cells = [
          cell(one, word, state: states[row]), cell(other, otherWord, state: others[row]),
        ]
        entry = ask(term, cells, result)
        remember(entry, key, in: &table)
      }
      put(entry, result, row, &vector)
    }
    vectors[id] = vector
    tables[id] = table
  }

  private func remember(
    _ entry: LookupTable.Entry, _ key: LookupKey, in table: inout LookupTable
  ) {
    guard table.sparsePlaces.count < Machine.mostSparse else { return }
    table.sparsePlaces[key] = UInt32(table.entries.count)
    table.entries.append(entry)
  }

  /// What stands in the rows that do not matter.
  private static let unasked = LookupTable.Entry(state: 1, word: 0, extraSteps: 0)

  private static let unknown = Cell(.unknown(Cause(.undecidable)))

  private static func word(_ shape: Shape, _ vector: Vector, _ row: Int) -> Int64 {
    switch shape {
    case .truth, .bits, .cases: Int64(vector.bytes[row])
    case .words: vector.words[row]
    case .texts, .arns, .values, .edges, .runs, .pairs, .groups, .structure, .bounds:
      Int64(vector.ids[row])
    }
  }

  private func cell(_ leaf: OperationID, _ word: Int64, state: UInt8) -> Cell {
    switch state {
    case 0: Cell(.absent)
    case 1: Machine.unknown
    default: cell(leaf, word)
    }
  }

  private func cell(_ leaf: OperationID, _ word: Int64) -> Cell {
    switch plan.shapes[leaf] {
    case .truth, .bits: return Cell(.value(.bool(word == 2)))
    case .words(.int): return Cell(.value(.int(word)))
    case .words(.duration): return Cell(.value(.duration(PolicyDuration(milliseconds: word))))
    case .words(.timestamp):
      return Cell(
        Timestamp(milliseconds: word).map { .value(.timestamp($0)) } ?? .value(.int(word)))
    case .words(.bytes): return Cell(.value(.bytes(ByteCount(bytes: word))))
    case .words(.float):
      return Cell(.value(.float(Double(bitPattern: UInt64(bitPattern: word)))))
    case .cases(let id): return Cell(.value(.enumeration(id, Int(word))))
    case .texts: return Cell(.value(.string(graph.pools.strings[UInt32(word)])))
    case .arns:
      do {
        return Cell(.value(.arn(try Arn.parse(graph.pools.strings[UInt32(word)]))))
      } catch {
        return Cell(.unknown(Cause(.malformed, "not an ARN")))
      }
    case .values: return Cell(.value(value(UInt32(word), of: leaf)))
    case .edges, .runs, .pairs, .groups, .structure, .bounds: return Machine.unknown
    }
  }

  private func value(_ id: UInt32, of leaf: OperationID) -> Value {
    guard askedCounts[leaf] > 1 else { return made.value(id) }
    if let known = policies[id] { return known }
    let value = made.value(id)
    if case .policyDocument = value { policies[id] = value }
    return value
  }

  /// Asks the interpreter.
  private func ask(_ term: TermID, _ cells: [Cell], _ shape: Shape) -> LookupTable.Entry {
    let missing = Cell(.unknown(Cause(.undecidable)))
    let slots = cells + Array(repeating: missing, count: 3 - cells.count)
    let (reading, steps) = reader.read(term, slots: slots)
    let extra = max(0, steps - Machine.usualSteps)
    switch reading {
    case .absent: return LookupTable.Entry(state: 0, word: 0, extraSteps: extra)
    case .unknown: return LookupTable.Entry(state: 1, word: 0, extraSteps: extra)
    case .value(let value):
      if shape == .values {
        return LookupTable.Entry(state: 2, word: Int64(made.demand(value)), extraSteps: extra)
      }
      guard let word = ConstantWords.word(of: value, as: shape, in: graph.pools) else {
        return LookupTable.Entry(state: 1, word: 0, extraSteps: extra)
      }
      return LookupTable.Entry(state: 2, word: word, extraSteps: extra)
    }
  }

  private func prepare(_ vector: inout Vector, _ shape: Shape, _ count: Int) {
    switch shape {
    case .truth: vector.bytes.demand(count, 0)
    case .words:
      vector.states.demand(count, 0)
      vector.words.demand(count, 0)
    case .values:
      vector.states.demand(count, 0)
      vector.ids.demand(count, 0)
    case .bits, .cases, .texts, .arns, .edges, .runs, .pairs, .groups, .structure, .bounds:
      vector.states.demand(count, 0)
      vector.bytes.demand(count, 0)
    }
  }

  private func put(
    _ entry: LookupTable.Entry, _ shape: Shape, _ row: Int, _ vector: inout Vector
  ) {
    extraSteps = min(extraSteps + entry.extraSteps, .max / 4)
    switch shape {
    case .truth: vector.bytes[row] = entry.state == 2 ? UInt8(entry.word) : 1
    case .words:
      vector.states[row] = entry.state
      vector.words[row] = entry.word
    case .values:
      vector.states[row] = entry.state
      vector.ids[row] = UInt32(truncatingIfNeeded: entry.word)
    case .bits, .cases, .texts, .arns, .edges, .runs, .pairs, .groups, .structure, .bounds:
      vector.states[row] = entry.state
      vector.bytes[row] = UInt8(truncatingIfNeeded: entry.word)
    }
  }
}
