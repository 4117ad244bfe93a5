internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Answers.
extension KnownEvaluator {
  /// Returns `left` and `right`, or `left` or `right`, by which truth decides it wherever it stands.
  mutating func junction(
    _ left: Int32, _ right: Int32, decidedBy decisive: Bool
  ) throws(NotKnown) -> Known {
    let first = try truth(left)
    if first.isTrue == decisive { return Known(.bool(decisive), origin: first.origin) }
    let second = try truth(right)
    if second.isTrue == decisive { return Known(.bool(decisive), origin: second.origin) }
    return Known(.bool(!decisive), origin: second.origin ?? first.origin)
  }

  /// Returns whether the operand is there.
  mutating func isPresent(_ operand: Int32) throws(NotKnown) -> Known {
    let known = try read(operand)
    switch known.value {
    case .absent: return Known(.bool(false), origin: known.origin)
    case .unknown, .undecided: return known
    case .bool, .int, .rawText, .text, .json, .enumeration, .other:
      return Known(.bool(true), origin: known.origin)
    }
  }

  /// Returns whether the operand holds nothing.
  mutating func isEmpty(_ operand: Int32) throws(NotKnown) -> Known {
    let known = try read(operand)
    if let text = text(of: known) { return Known(.bool(text.isEmpty), origin: known.origin) }
    let elements = try elements(of: known)
    if elements.count > 0 { return Known(.bool(false), origin: known.origin) }
    if elements.isIncomplete { throw NotKnown() }
    return Known(.bool(true), origin: known.origin)
  }

  /// Returns whether the collection holds the element.
  mutating func membership(
    _ element: Int32, _ collection: Int32
  ) throws(NotKnown) -> Known {
    let element = try read(element)
    let collection = try read(collection)
    let answer = evaluator.isMember(cell(of: element), of: cell(of: collection))
    let origin = element.origin ?? collection.origin
    switch answer.truth {
    case .true: return Known(.bool(true), origin: origin)
    case .false: return Known(.bool(false), origin: origin)
    case .unknown: throw NotKnown()
    }
  }

  /// Returns whether the comparison holds.
  mutating func compare(
    _ comparison: Comparison, _ left: KnownTerm.Comparand, _ right: KnownTerm.Comparand
  ) throws(NotKnown) -> Known {
    // A count is looked at first, wherever it stands.
    var (first, second): (Known, Known)
    if left.kind != .count, right.kind == .count {
      second = try comparand(right, besideCount: false)
      first = try comparand(left, besideCount: true)
    } else {
      first = try comparand(left, besideCount: false)
      second = try comparand(right, besideCount: left.kind == .count)
    }
    let origin = first.origin ?? second.origin
    let isTrue: Bool
    switch comparison {
    case .equal: isTrue = try isEqual(first, second)
    case .notEqual: isTrue = try !isEqual(first, second)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      isTrue = comparison.holds(try order(first, second))
    }
    return Known(.bool(isTrue), origin: origin)
  }

  private mutating func comparand(
    _ comparand: KnownTerm.Comparand, besideCount: Bool
  ) throws(NotKnown) -> Known {
    switch comparand.kind {
    case .term:
      let known = try read(comparand.term)
      // Beside a count only a number is compared with it.
      if besideCount {
        guard case .int = known.value else { throw NotKnown() }
      }
      return known
    case .count:
      // The term of the count takes no step of its own.
      steps &-= 1
      let known = try evaluate(comparand.term)
      guard case .int = known.value else { throw NotKnown() }
      return known
    case .scalar:
      // Beside a count it is read as any other term.
      if besideCount { throw NotKnown() }
      let known = try read(comparand.term)
      switch known.value {
      case .absent, .bool, .int, .rawText, .text, .unknown, .undecided: return known
      case .json, .enumeration, .other: throw NotKnown()
      }
    }
  }

  private mutating func order(_ left: Known, _ right: Known) throws(NotKnown) -> Int {
    switch (left.value, right.value) {
    case (.int(let first), .int(let second)):
      return first < second ? -1 : first == second ? 0 : 1
    case (.other(let first), .other(let second)):
      guard let order = store.value(first).order(to: store.value(second)) else { throw NotKnown() }
      return order
    default: throw NotKnown()
    }
  }

  /// Returns whether two things are equal, where an absent one equals nothing.
  private mutating func isEqual(_ left: Known, _ right: Known) throws(NotKnown) -> Bool {
    switch (left.value, right.value) {
    case (.absent, _), (_, .absent): return false
    case (.bool(let first), .bool(let second)): return first == second
    case (.int(let first), .int(let second)): return first == second
    case (.enumeration(let type, let first), .enumeration(let other, let second)):
      return type == other && first == second
    case (.json(let id), .bool(let isTrue)), (.bool(let isTrue), .json(let id)):
      return values.boolean(of: id) == isTrue
    default: break
    }
    if let text = text(of: right) {
      if case .json(let id) = left.value { return values.isText(id, spelledLike: text) }
      if let other = self.text(of: left) { return other.isSpelled(like: text) }
    } else if let text = text(of: left), case .json(let id) = right.value {
      return values.isText(id, spelledLike: text)
    }
    let answer = evaluator.isEqual(cell(of: left), cell(of: right))
    if answer.truth == .unknown { throw NotKnown() }
    return answer == .yes
  }
}
