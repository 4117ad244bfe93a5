internal import PolicyIR
internal import ResourceModel

/// Questions about collections, and what is made of their elements.
extension Machine {
  /// What stands for there being no greatest number.
  private static let endless = Int64.max

  func isEmpty(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    demand(operand)
    let vector = vectors[operand]
    write(id, count) {
      for row in 0..<count {
        switch vector.states[row] {
        case 0: $0[row] = 2
        case 1: $0[row] = 1
        default:
          let isOpen = vector.bytes[row] != 0
          $0[row] = vector.ids[row] < vector.ends[row] ? 0 : isOpen ? 1 : 2
        }
      }
    }
  }

  func size(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    demand(operand)
    let source = vectors[operand]
    var elements: Column?
    if case .runs(let path, isSet: true) = plan.shapes[operand] {
      elements = path.child(0).column(in: graph)
    }
    var vector = take(id)
    vector.words.demand(count, 0)
    vector.uppers.demand(count, 0)
    for row in 0..<count {
      guard source.states[row] == 2 else {
        (vector.words[row], vector.uppers[row]) = (.min, Machine.endless)
        continue
      }
      let total = Int64(source.ends[row] - source.ids[row])
      vector.words[row] = total
      vector.uppers[row] = source.bytes[row] != 0 ? Machine.endless : total
      guard let elements else { continue }
      // Elements of a set that are not known may be equal to others.
      var doubts: Int64 = 0
      for element in source.ids[row]..<source.ends[row]
      where elements.state(at: Int(element)) == .unknown {
        doubts += 1
      }
      vector.words[row] = max(total - doubts, min(total, 1))
    }
    vectors[id] = vector
  }

  func exactBounds(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    demand(operand)
    let source = vectors[operand]
    var vector = take(id)
    vector.words.demand(count, 0)
    vector.uppers.demand(count, 0)
    for row in 0..<count {
      switch source.states[row] {
      case 2: (vector.words[row], vector.uppers[row]) = (source.words[row], source.words[row])
      // Nothing is between these: absent is no number.
      case 0: (vector.words[row], vector.uppers[row]) = (.max, .min)
      default: (vector.words[row], vector.uppers[row]) = (.min, Machine.endless)
      }
    }
    vectors[id] = vector
  }

  func exactCount(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    demand(operand)
    let source = vectors[operand]
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.words.demand(count, 0)
    for row in 0..<count {
      vector.states[row] = source.words[row] == source.uppers[row] ? 2 : 1
      vector.words[row] = source.words[row]
    }
    vectors[id] = vector
  }

  func compareBounds(
    _ id: OperationID, _ comparison: Comparison, _ one: OperationID, _ other: OperationID,
    _ count: Int
  ) {
    demand(one)
    demand(other)
    let (first, second) = (vectors[one], vectors[other])
    write(id, count) {
      for row in 0..<count {
        let (lower, upper) = (first.words[row], first.uppers[row])
        let (otherLower, otherUpper) = (second.words[row], second.uppers[row])
        if lower > upper || otherLower > otherUpper {
          $0[row] = comparison == .equal ? 0 : comparison == .notEqual ? 2 : 1
          continue
        }
        let hasUpper = upper != Machine.endless || lower == upper
        let hasOther = otherUpper != Machine.endless || otherLower == otherUpper
        let isExact = lower == upper && otherLower == otherUpper
        let isBefore = hasUpper && upper < otherLower
        let isAfter = hasOther && lower > otherUpper
        let isNotAfter = hasUpper && upper <= otherLower
        let isNotBefore = hasOther && lower >= otherUpper
        let (isTrue, isFalse): (Bool, Bool) =
          switch comparison {
          case .equal: (isExact && lower == otherLower, isBefore || isAfter)
          case .notEqual: (isBefore || isAfter, isExact && lower == otherLower)
          case .less: (isBefore, isNotBefore)
          case .lessOrEqual: (isNotAfter, isAfter)
          case .greater: (isAfter, isNotAfter)
          case .greaterOrEqual: (isNotBefore, isBefore)
          }
        $0[row] = isTrue ? 2 : isFalse ? 0 : 1
      }
    }
  }

  /// Returns for each collection of the frame, of which there are `count`, whether it may have more
  /// elements than there are rows; for each row whether it passes the filter, if there is one; and
  /// where the rows of each collection end.
  func members(
    of frame: FrameID, passing filter: OperationID?, _ count: Int
  ) -> (open: [UInt8], filters: [UInt8]?, ends: [UInt32]) {
    demand(frame: frame)
    if let filter { demand(filter) }
    return (openness(of: frame, count), filter.map { vectors[$0].bytes }, frames[frame].ends)
  }

  /// Returns for each collection of the frame 1 where it may have more elements than there are rows,
  /// and 0 elsewhere.
  private func openness(of frame: FrameID, _ count: Int) -> [UInt8] {
    guard let collection = plan.frames[frame].collection else {
      return Array(repeating: 0, count: count)
    }
    let vector = vectors[collection]
    var open = [UInt8](repeating: 0, count: count)
    for row in 0..<count {
      open[row] = vector.states[row] == 2 ? vector.bytes[row] : vector.states[row]
    }
    return open
  }

  func any(
    _ id: OperationID, _ frame: FrameID, _ filter: OperationID?, _ hit: OperationID?,
    _ count: Int
  ) {
    let (open, filters, ends) = members(of: frame, passing: filter, count)
    if let hit { demand(hit) }
    let hits = hit.map { vectors[$0].bytes }
    write(id, count) {
      var row = 0
      for outer in 0..<count {
        let end = Int(ends[outer])
        var found = open[outer]
        if let hits, filters == nil {
          let hits = hits.span
          while row < end {
            found = max(found, hits[row])
            row += 1
          }
        } else {
          while row < end {
            let passes = filters?[row] ?? 2
            if passes > 0 { found = max(found, passes == 1 ? 1 : hits?[row] ?? 2) }
            row += 1
          }
        }
        $0[outer] = found
      }
    }
  }

  func tally(
    _ id: OperationID, _ frame: FrameID, _ filter: OperationID?, _ hit: OperationID?,
    _ count: Int
  ) {
    let (open, filters, ends) = members(of: frame, passing: filter, count)
    if let hit { demand(hit) }
    let hits = hit.map { vectors[$0].bytes }
    var vector = take(id)
    vector.words.demand(count, 0)
    vector.uppers.demand(count, 0)
    var row = 0
    for outer in 0..<count {
      let end = Int(ends[outer])
      var (known, possible) = (Int64(0), Int64(0))
      var isOpen = open[outer] != 0
      while row < end {
        let passes = filters?[row] ?? 2
        if passes == 1 { isOpen = true }
        if passes == 2 {
          let truth = hits?[row] ?? 2
          known += truth == 2 ? 1 : 0
          possible += truth > 0 ? 1 : 0
        }
        row += 1
      }
      vector.words[outer] = known
      vector.uppers[outer] = isOpen ? Machine.endless : possible
    }
    vectors[id] = vector
  }

  func fold(
    _ id: OperationID, _ fold: Fold, _ frame: FrameID, _ filter: OperationID?,
    _ body: OperationID, _ isFloat: Bool, _ count: Int
  ) {
    let (open, filters, ends) = members(of: frame, passing: filter, count)
    demand(body)
    let source = vectors[body]
    var vector = take(id)
    vector.states.demand(count, 0)
    vector.words.demand(count, 0)
    var row = 0
    for outer in 0..<count {
      let end = Int(ends[outer])
      var best: Int64?
      var isKnown = open[outer] == 0
      while row < end {
        let passes = filters?[row] ?? 2
        if passes == 1 { isKnown = false }
        if passes > 0 {
          if source.states[row] != 2 {
            isKnown = false
          } else if let current = best {
            let (word, isOutOfRange) = Machine.folded(
              fold, current, source.words[row], isFloat: isFloat)
            if isOutOfRange { isKnown = false } else { best = word }
          } else {
            best = source.words[row]
          }
        }
        row += 1
      }
      // The sum of nothing is 0, of doubles too, whose bits are the same.
      vector.words[outer] = best ?? 0
      vector.states[outer] = !isKnown ? 1 : best == nil && fold != .sum ? 0 : 2
    }
    vectors[id] = vector
  }

  private static func folded(
    _ fold: Fold, _ current: Int64, _ next: Int64, isFloat: Bool
  ) -> (Int64, Bool) {
    if isFloat {
      let one = Double(bitPattern: UInt64(bitPattern: current))
      let other = Double(bitPattern: UInt64(bitPattern: next))
      switch fold {
      case .sum: return (Int64(bitPattern: (one + other).bitPattern), !(one + other).isFinite)
      case .min: return (other < one ? next : current, false)
      case .max: return (other > one ? next : current, false)
      }
    }
    switch fold {
    case .sum: return current.addingReportingOverflow(next)
    case .min: return (min(current, next), false)
    case .max: return (max(current, next), false)
    }
  }
}
