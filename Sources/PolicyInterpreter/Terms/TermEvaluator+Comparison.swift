internal import DomainValues
internal import PolicyIR
package import ResourceModel
internal import SourceText

/// Comparisons and tests.
extension TermEvaluator {
  /// Says whether values are equal.
  var equality: ValueEquality { ValueEquality(evaluator: self) }

  func evaluateComparison(_ term: Term) -> Cell {
    switch term {
    case .compare(let comparison, let left, let right): return compare(comparison, left, right)
    case .membership(let left, let right):
      let (element, collection) = (read(left), read(right))
      return isMember(element, of: collection).cell(at: element.origin ?? collection.origin)
    case .matches(let left, let right):
      let (text, pattern) = (read(left), read(right))
      return matches(text, pattern).cell(at: text.origin)
    case .covers(let left, let right):
      let (first, second) = (read(left), read(right))
      return covers(first, second).cell(at: first.origin ?? second.origin)
    case .meets(let left, let right):
      let (first, second) = (read(left), read(right))
      return meets(first, second).cell(at: first.origin ?? second.origin)
    case .isEmpty(let operand):
      let cell = read(operand)
      return isEmpty(cell).cell(at: cell.origin)
    case .isWorld(let operand):
      let cell = read(operand)
      return isWorld(cell).cell(at: cell.origin)
    default: return Cell.misplacedAbsence
    }
  }

  private func compare(
    _ comparison: Comparison, _ left: TermID, _ right: TermID
  ) -> Cell {
    // The number of members of an incomplete list is not known, yet it may decide.
    let (counted, other) = (bounds(of: left), bounds(of: right))
    if counted != nil || other != nil {
      let known = counted == nil ? comparand(left) : other == nil ? comparand(right) : nil
      // Absent equals no number, whatever that is.
      if let known, known.reading == .absent, comparison == .equal || comparison == .notEqual {
        return Answer(comparison == .notEqual).cell(at: known.origin)
      }
      guard let first = counted ?? known.map(CountBounds.init),
        let second = other ?? known.map(CountBounds.init)
      else { return Cell.misplacedAbsence }
      return first.compared(comparison, to: second).cell(at: first.origin ?? second.origin)
    }
    let (first, second) = (comparand(left), comparand(right))
    let origin = first.origin ?? second.origin
    switch comparison {
    case .equal: return isEqual(first, second).cell(at: origin)
    case .notEqual: return isEqual(first, second).negated.cell(at: origin)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard case .value(let one) = first.reading, case .value(let other) = second.reading else {
        let causes = [first, second].filter { $0.reading.value == nil }
          .flatMap(\.withoutValue.reading.causes)
        return Cell(.unknown(causes.distinct), origin: origin)
      }
      guard let order = one.order(to: other) else {
        return Cell(.value(one), origin: origin).withoutValue
      }
      return Answer(comparison.holds(order)).cell(at: origin)
    }
  }

  /// Returns what the term is worth; a scalar that stands for `Json` is compared as it is, which
  /// spares making `Json` of it.
  private func comparand(_ id: TermID) -> Cell {
    guard case .widen(let operand, let type) = program[id], schema.types[type] == .json else {
      return read(id)
    }
    let cell = read(operand)
    switch cell.reading {
    case .value(.bool), .value(.int), .value(.float), .value(.string), .absent, .unknown:
      return cell
    case .value:
      let json = widen(cell, to: type)
      return resolved(json)
    }
  }

  /// Returns whether two cells are equal, where an absent one equals nothing.
  package func isEqual(_ left: Cell, _ right: Cell) -> Answer {
    if left.reading == .absent || right.reading == .absent { return .no }
    return equality.compare(left.reading, right.reading)
  }

  /// Returns whether `element` is in `collection`; one that is absent is in nothing.
  package func isMember(_ element: Cell, of collection: Cell) -> Answer {
    if element.reading == .absent { return .no }
    // Only `Json` can be absent here, and that holds nothing.
    if collection.reading == .absent { return .no }
    switch (element.reading, collection.reading) {
    case (.value(.int(let port)), .value(.portSet(let set, let missing))):
      return set.contains(port) ? .yes : missing.isEmpty ? .no : .unknown(missing)
    case (.value(.cidr(let cidr)), .value(.cidrSet(let set, let missing))):
      return set.contains(cidr) ? .yes : missing.isEmpty ? .no : .unknown(missing)
    case (.value(.ipAddress(let address)), .value(.cidrSet(let set, let missing))):
      return set.contains(address) ? .yes : missing.isEmpty ? .no : .unknown(missing)
    case (.unknown(let causes), .value(.portSet)), (.unknown(let causes), .value(.cidrSet)):
      return .unknown(causes)
    case (_, .value(.list)), (_, .value(.set)), (_, .value(.map)), (_, .value(.json)):
      return equality.contains(members(of: collection), element.reading)
    default:
      return .unknown(element.reading.causes + collection.withoutValue.reading.causes)
    }
  }

  private func matches(_ text: Cell, _ pattern: Cell) -> Answer {
    switch (text.reading, pattern.reading) {
    case (.absent, _): return .no
    case (.value(.string(let text)), .value(.regex(let pattern))):
      return matches(text, pattern)
    case (.value(.string(let text)), .value(.glob(let pattern))):
      return Answer(pattern.matches(text))
    case (.value(.arn(let arn)), .value(.regex(let pattern))):
      return matches(arn.description, pattern)
    default:
      return .unknown(
        [text, pattern].filter { $0.reading.value == nil }.flatMap(\.withoutValue.reading.causes)
          + (text.reading.value != nil && pattern.reading.value != nil
            ? text.withoutValue.reading.causes : []))
    }
  }

  private func matches(_ text: String, _ pattern: RegexPattern) -> Answer {
    guard let isMatch = regexes.matches(pattern, in: text).decided else {
      return .unknown([Cause(.limitExceeded, "matching \(pattern) takes too long")])
    }
    return Answer(isMatch)
  }

  private func isEmpty(_ cell: Cell) -> Answer {
    func empty(_ isEmpty: Bool, _ missing: [Cause]) -> Answer {
      !isEmpty ? .no : missing.isEmpty ? .yes : .unknown(missing)
    }
    switch cell.reading {
    case .value(.cidrSet(let set, let missing)): return empty(set.isEmpty, missing)
    case .value(.portSet(let set, let missing)): return empty(set.isEmpty, missing)
    case .value(.string(let text)): return Answer(text.isEmpty)
    case .value(.list), .value(.set), .value(.map), .value(.json):
      let members = members(of: cell)
      return empty(members.elements.isEmpty, members.missing)
    case .absent: return .yes
    case .value, .unknown: return .unknown(cell.withoutValue.reading.causes)
    }
  }

  private func isWorld(_ cell: Cell) -> Answer {
    switch cell.reading {
    case .value(.cidr(let cidr)): return Answer(cidr.isWorld)
    case .value(.ipAddress): return .no
    case .value(.cidrSet(let set, let missing)):
      return set.isWorld ? .yes : missing.isEmpty ? .no : .unknown(missing)
    case .value, .absent, .unknown: return .unknown(cell.withoutValue.reading.causes)
    }
  }
}

extension Value {
  /// Returns how the value stands to `other`: negative before it, positive after it; `nil` if
  /// values of these types have no order.
  package func order(to other: Value) -> Int? {
    switch (self, other) {
    case (.int(let first), .int(let second)): first < second ? -1 : first == second ? 0 : 1
    case (.float(let first), .float(let second)): first < second ? -1 : first == second ? 0 : 1
    case (.duration(let first), .duration(let second)):
      first < second ? -1 : first == second ? 0 : 1
    case (.timestamp(let first), .timestamp(let second)):
      first < second ? -1 : first == second ? 0 : 1
    case (.version(let first), .version(let second)):
      first < second ? -1 : first == second ? 0 : 1
    case (.bytes(let first), .bytes(let second)): first < second ? -1 : first == second ? 0 : 1
    default: nil
    }
  }
}

extension Comparison {
  /// Returns whether it holds for values that stand to each other by `order`, as `Value.order`
  /// gives it.
  @inlinable package func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
