internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// The least and greatest number that a count may be.
struct CountBounds {
  /// The least.
  let lower: Int64

  /// The greatest, or `nil` when there is none.
  let upper: Int64?

  /// Why the two differ; empty when they do not.
  let causes: [Cause]

  /// Where what is counted stands.
  let origin: SourceRange?

  /// Creates the bounds of a count.
  init(lower: Int64, upper: Int64?, causes: [Cause], origin: SourceRange?) {
    self.lower = lower
    self.upper = upper
    self.causes = causes
    self.origin = origin
  }

  /// Creates the bounds of an `Int` that was read.
  init(_ cell: Cell) {
    origin = cell.origin
    if case .value(.int(let number)) = cell.reading {
      (lower, upper, causes) = (number, number, [])
    } else {
      (lower, upper, causes) = (.min, nil, cell.withoutValue.reading.causes)
    }
  }

  /// The count, if it is known.
  var cell: Cell {
    guard lower == upper else { return Cell(.unknown(causes.distinct), origin: origin) }
    return Cell(.value(.int(lower)), origin: origin)
  }

  /// Returns whether the comparison holds for every pair of numbers within the bounds, or for none.
  func compared(_ comparison: Comparison, to other: CountBounds) -> Answer {
    let isExact = lower == upper && other.lower == other.upper
    let isBefore = upper.map { $0 < other.lower } ?? false
    let isAfter = other.upper.map { lower > $0 } ?? false
    let isNotAfter = upper.map { $0 <= other.lower } ?? false
    let isNotBefore = other.upper.map { lower >= $0 } ?? false
    func decided(_ isTrue: Bool, _ isFalse: Bool) -> Answer {
      isTrue ? .yes : isFalse ? .no : .unknown(causes + other.causes)
    }
    switch comparison {
    case .equal: return decided(isExact && lower == other.lower, isBefore || isAfter)
    case .notEqual: return decided(isBefore || isAfter, isExact && lower == other.lower)
    case .less: return decided(isBefore, isNotBefore)
    case .lessOrEqual: return decided(isNotAfter, isAfter)
    case .greater: return decided(isAfter, isNotAfter)
    case .greaterOrEqual: return decided(isNotBefore, isBefore)
    }
  }
}

extension TermEvaluator {
  /// Returns the bounds of the count that the term is, or `nil` if it is no count.
  func bounds(of id: TermID) -> CountBounds? {
    switch program[id] {
    case .count(let iteration): return count(iteration, body: nil)
    case .builtin(.count, let arguments):
      guard let argument = arguments.first else { return nil }
      let cell = read(argument)
      return size(of: cell)
    default: return nil
    }
  }

  /// Returns how many elements pass the filter, and `body` if there is one.
  func count(_ iteration: Iteration, body: TermID?) -> CountBounds {
    var (known, possible) = (Int64(0), Int64(0))
    var doubts = Doubts()
    var hasOne = false
    let rest = iterate(iteration) { evaluator, element in
      let answer = body.map { element.passes.and(evaluator.answer($0)) } ?? element.passes
      // Those that may be one with another are at least one of them all.
      if answer == .yes { hasOne = true }
      if answer == .yes, element.likeness.isEmpty { known += 1 }
      if answer != .no {
        possible += 1
        doubts += element.likeness
      }
      doubts += answer.causes
      return true
    }
    return CountBounds(
      lower: max(known, hasOne ? 1 : 0), upper: rest.missing.isEmpty ? possible : nil,
      causes: doubts.causes + rest.missing,
      origin: rest.origin)
  }

  /// Returns the number of members of a collection.
  func size(of cell: Cell) -> CountBounds {
    guard case .value(let value) = cell.reading else { return CountBounds(cell) }
    if case .portSet(let ports, let missing) = value {
      let known = Int64(ports.count)
      return CountBounds(
        lower: known, upper: missing.isEmpty ? known : nil, causes: missing, origin: cell.origin)
    }
    let members = members(of: cell)
    let upper = Int64(members.elements.count)
    let isOpen = !members.missing.isEmpty
    guard case .set = value else {
      return CountBounds(
        lower: upper, upper: isOpen ? nil : upper, causes: members.missing, origin: cell.origin)
    }
    // Elements of a set that are not known may be equal to others.
    let doubts = members.elements.filter { !$0.reading.allCauses.isEmpty }
    let known = upper - Int64(doubts.count)
    return CountBounds(
      lower: max(known, min(upper, 1)), upper: isOpen ? nil : upper,
      causes: members.missing + doubts.flatMap(\.reading.allCauses), origin: cell.origin)
  }
}
