internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Choices between values, and what is made of two of them.
extension Machine {
  /// Copies the row of `source` to the row of `vector`, of the parts that the shape has.
  private static func copy(
    _ shape: Shape, _ row: Int, from source: Vector, to vector: inout Vector
  ) {
    switch shape {
    case .truth, .bits, .cases: vector.bytes[row] = source.bytes[row]
    case .words: vector.words[row] = source.words[row]
    case .texts, .arns, .values, .edges, .structure: vector.ids[row] = source.ids[row]
    case .runs, .pairs, .groups:
      vector.ids[row] = source.ids[row]
      vector.ends[row] = source.ends[row]
      vector.bytes[row] = source.bytes[row]
    case .bounds: break
    }
  }

  /// Makes room for the rows of the shape.
  private static func demand(_ shape: Shape, _ count: Int, in vector: inout Vector) {
    switch shape {
    case .truth: vector.bytes.demand(count, 0)
    case .bits, .cases: vector.bytes.demand(count, 0)
    case .words: vector.words.demand(count, 0)
    case .texts, .arns, .values, .edges, .structure: vector.ids.demand(count, 0)
    case .runs, .pairs, .groups:
      vector.ids.demand(count, 0)
      vector.ends.demand(count, 0)
      vector.bytes.demand(count, 0)
    case .bounds:
      vector.words.demand(count, 0)
      vector.uppers.demand(count, 0)
    }
    if shape != .truth, shape != .bounds { vector.states.demand(count, 0) }
  }

  /// Returns whether the rows of two vectors hold equal values.
  private static func agree(_ shape: Shape, _ row: Int, _ one: Vector, _ other: Vector) -> Bool {
    switch shape {
    case .truth, .bits, .cases: one.bytes[row] == other.bytes[row]
    case .words(.float):
      Double(bitPattern: UInt64(bitPattern: one.words[row]))
        == Double(bitPattern: UInt64(bitPattern: other.words[row]))
    case .words: one.words[row] == other.words[row]
    case .texts, .arns, .edges: one.ids[row] == other.ids[row]
    // Whether these agree is left to the interpreter.
    case .values, .runs, .pairs, .groups, .structure, .bounds: false
    }
  }

  func choice(
    _ id: OperationID, _ test: OperationID, _ one: OperationID, _ other: OperationID,
    _ count: Int
  ) {
    demand(test)
    let tests = vectors[test].bytes
    let shape = plan.shapes[id]
    demand(one)
    demand(other)
    let (first, second) = (vectors[one], vectors[other])
    if shape == .truth {
      return write(id, count) {
        for row in 0..<count {
          let (yes, no) = (first.bytes[row], second.bytes[row])
          let agreed = yes == no ? yes : 1
          $0[row] = tests[row] == 2 ? yes : tests[row] == 0 ? no : agreed
        }
      }
    }
    var vector = take(id)
    Machine.demand(shape, count, in: &vector)
    for row in 0..<count {
      switch tests[row] {
      case 2:
        vector.states[row] = first.states[row]
        Machine.copy(shape, row, from: first, to: &vector)
      case 0:
        vector.states[row] = second.states[row]
        Machine.copy(shape, row, from: second, to: &vector)
      default:
        Machine.copy(shape, row, from: first, to: &vector)
        let isAgreed =
          first.states[row] == second.states[row]
          && (first.states[row] == 0
            || first.states[row] == 2 && Machine.agree(shape, row, first, second))
        vector.states[row] = isAgreed ? first.states[row] : 1
      }
    }
    vectors[id] = vector
  }

  func chain(_ id: OperationID, _ base: OperationID, _ body: OperationID, _ count: Int) {
    demand(base)
    demand(body)
    let bases = vectors[base].states
    let source = vectors[body]
    let states = states(of: body, count)
    let shape = plan.shapes[id]
    var vector = take(id)
    Machine.demand(shape, count, in: &vector)
    for row in 0..<count {
      vector.states[row] = bases[row] == 2 ? states[row] : bases[row]
      Machine.copy(shape, row, from: source, to: &vector)
    }
    vectors[id] = vector
  }

  func coalesce(_ id: OperationID, _ one: OperationID, _ other: OperationID, _ count: Int) {
    demand(one)
    let first = vectors[one]
    demand(other)
    let second = vectors[other]
    let shape = plan.shapes[id]
    if shape == .truth {
      return write(id, count) {
        for row in 0..<count {
          $0[row] =
            switch first.states[row] {
            case 0: second.bytes[row]
            case 1: 1
            default: first.bytes[row]
            }
        }
      }
    }
    var vector = take(id)
    Machine.demand(shape, count, in: &vector)
    if case .words = shape {
      let (states, others) = (first.states.span, second.states.span)
      let (words, replacements) = (first.words.span, second.words.span)
      var results = vector.words.mutableSpan
      for row in 0..<count { results[row] = states[row] == 0 ? replacements[row] : words[row] }
      var resultStates = vector.states.mutableSpan
      for row in 0..<count { resultStates[row] = states[row] == 0 ? others[row] : states[row] }
    } else {
      for row in 0..<count {
        if first.states[row] == 0 {
          vector.states[row] = second.states[row]
          Machine.copy(shape, row, from: second, to: &vector)
        } else {
          vector.states[row] = first.states[row]
          Machine.copy(shape, row, from: first, to: &vector)
        }
      }
    }
    vectors[id] = vector
  }

  func arithmetic(
    _ id: OperationID, _ calculation: Calculation, _ one: OperationID, _ other: OperationID,
    _ count: Int
  ) {
    demand(one)
    demand(other)
    let (first, second) = (vectors[one], vectors[other])
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.words.demand(count, 0)
    let states = first.states.span.extracting(first: count)
    let others = second.states.span.extracting(first: count)
    let words = first.words.span.extracting(first: count)
    let rest = second.words.span.extracting(first: count)
    var (wordArray, stateArray): ([Int64], [UInt8]) = ([], [])
    swap(&wordArray, &vector.words)
    swap(&stateArray, &vector.states)
    var results = wordArray.mutableSpan
    var resultStates = stateArray.mutableSpan
    switch calculation {
    case .integers(let operation):
      for row in 0..<count {
        let (result, isOutOfRange) = Machine.calculate(operation, words[row], rest[row])
        results[row] = result
        let isKnown = states[row] == 2 && others[row] == 2 && !isOutOfRange
        resultStates[row] = isKnown ? 2 : 1
      }
    case .instant(let operation):
      for row in 0..<count {
        let (result, isOutOfRange) = Machine.calculate(operation, words[row], rest[row])
        let isInstant = !isOutOfRange && Timestamp.range.contains(result)
        results[row] = isInstant ? result : 0
        resultStates[row] = states[row] == 2 && others[row] == 2 && isInstant ? 2 : 1
      }
    case .floats(let operation):
      for row in 0..<count {
        let result = Machine.calculate(
          operation, Double(bitPattern: UInt64(bitPattern: words[row])),
          Double(bitPattern: UInt64(bitPattern: rest[row])))
        results[row] = Int64(bitPattern: result.bitPattern)
        resultStates[row] = states[row] == 2 && others[row] == 2 && result.isFinite ? 2 : 1
      }
    }
    swap(&wordArray, &vector.words)
    swap(&stateArray, &vector.states)
    vectors[id] = vector
  }

  @inline(__always)
  static func calculate(
    _ operation: Arithmetic, _ one: Int64, _ other: Int64
  ) -> (Int64, Bool) {
    switch operation {
    case .add: one.addingReportingOverflow(other)
    case .subtract: one.subtractingReportingOverflow(other)
    case .multiply: one.multipliedReportingOverflow(by: other)
    case .divide: one.dividedReportingOverflow(by: other)
    case .remainder: one.remainderReportingOverflow(dividingBy: other)
    }
  }

  static func calculate(_ operation: Arithmetic, _ one: Double, _ other: Double) -> Double {
    switch operation {
    case .add: one + other
    case .subtract: one - other
    case .multiply: one * other
    case .divide: one / other
    case .remainder: one.truncatingRemainder(dividingBy: other)
    }
  }

  func isAmong(_ id: OperationID, _ operand: OperationID, _ words: [Int64], _ count: Int) {
    demand(operand)
    let vector = vectors[operand]
    write(id, count) {
      for row in 0..<count {
        // What is absent is among nothing.
        $0[row] =
          switch vector.states[row] {
          case 0: 0
          case 1: 1
          default: words.contains(vector.words[row]) ? 2 : 0
          }
      }
    }
  }
}
