internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Sets of addresses, ports and values: what is known of them is a lower bound.
extension TermEvaluator {
  /// Returns whether the first holds all that the second does.
  func covers(_ left: Cell, _ right: Cell) -> Answer {
    guard case .value(let first) = left.reading.asSet, case .value(let second) = right.reading.asSet
    else { return undecided(left, right) }
    switch (first, second) {
    case (.cidrSet(let mine, let missing), .cidrSet(let theirs, let others)):
      return covers(mine.isSuperset(of: theirs), missing, others)
    case (.portSet(let mine, let missing), .portSet(let theirs, let others)):
      return covers(mine.isSuperset(of: theirs), missing, others)
    case (.set, .set), (.list, .set), (.set, .list), (.list, .list):
      return equality.includes(members(of: left), members(of: right))
    case (.glob(let mine), .glob(let theirs)):
      return decided(mine.covers(theirs), "`\(mine)` may match all that `\(theirs)` does", left)
    case (.list, .filterPattern(let theirs)):
      return covers(members(of: left), theirs, origin: left.origin)
    case (.filterPattern(let mine), .filterPattern(let theirs)):
      let coverage = coverages.coverage(of: theirs, by: [mine])
      switch coverage.truth {
      case .true: return .yes
      case .false: return .no
      case .unknown: return .unknown([Cause(.undecidable, "\(coverage)", origin: left.origin)])
      }
    default: return undecided(left, right)
    }
  }

  private func decided(_ truth: Truth, _ doubt: String, _ cell: Cell) -> Answer {
    switch truth {
    case .true: .yes
    case .false: .no
    case .unknown: .unknown([Cause(.undecidable, doubt, origin: cell.origin)])
    }
  }

  /// Returns whether the patterns together catch every event that `wanted` does.
  private func covers(
    _ patterns: Collection, _ wanted: FilterPattern, origin: SourceRange?
  ) -> Answer {
    let (coverage, doubts) = coverage(of: wanted, by: patterns)
    switch coverage.truth {
    case .true: return .yes
    case .false: return doubts.isEmpty ? .no : .unknown(doubts)
    case .unknown:
      return .unknown(doubts + [Cause(.undecidable, "\(coverage)", origin: origin)])
    }
  }

  /// Returns what an event is like, in words, that the second pattern matches and the first ones do
  /// not; absent if there is none.
  func gap(_ arguments: [TermID]) -> Cell {
    let cells = arguments.map { read($0) }
    guard cells.count == 2, case .value(.filterPattern(let wanted)) = cells[1].reading else {
      return (cells.last ?? Cell.misplacedAbsence).withoutValue
    }
    let origin = cells[0].origin
    let patterns: Collection
    switch cells[0].reading {
    case .value(.filterPattern): patterns = Collection([cells[0]])
    case .value(.list(let list)): patterns = list
    case .value, .absent, .unknown: return cells[0].withoutValue
    }
    let (coverage, doubts) = coverage(of: wanted, by: patterns)
    switch coverage {
    case .covers: return Cell(.absent, origin: origin)
    case .gap(let event):
      return Cell(
        doubts.isEmpty ? .value(.string("\(event)")) : .unknown(doubts.distinct), origin: origin)
    case .unknown:
      let cause = Cause(.undecidable, "\(coverage)", origin: origin)
      return Cell(.unknown((doubts + [cause]).distinct), origin: origin)
    }
  }

  /// Returns whether the patterns together catch every event that `wanted` does, and why there may
  /// be more patterns.
  private func coverage(
    of wanted: FilterPattern, by patterns: Collection
  ) -> (FilterCoverage, [Cause]) {
    var known: [FilterPattern] = []
    var doubts = patterns.missing
    for element in patterns.elements {
      if case .value(.filterPattern(let pattern)) = element.reading {
        known.append(pattern)
      } else {
        doubts += element.withoutValue.reading.causes
      }
    }
    return (coverages.coverage(of: wanted, by: known), doubts)
  }

  /// Returns whether the two have something in common.
  func meets(_ left: Cell, _ right: Cell) -> Answer {
    guard case .value(let first) = left.reading.asSet, case .value(let second) = right.reading.asSet
    else { return undecided(left, right) }
    switch (first, second) {
    case (.cidrSet(let mine, let missing), .cidrSet(let theirs, let others)):
      if !mine.intersection(theirs).isEmpty { return .yes }
      return disjoint(mine.isEmpty, missing, theirs.isEmpty, others)
    case (.portSet(let mine, let missing), .portSet(let theirs, let others)):
      if !mine.intersection(theirs).isEmpty { return .yes }
      return disjoint(mine.isEmpty, missing, theirs.isEmpty, others)
    case (.set, .set), (.list, .set), (.set, .list), (.list, .list):
      let (mine, theirs) = (members(of: left), members(of: right))
      var doubts = Doubts()
      for element in mine.elements {
        let answer = equality.contains(theirs, element.reading)
        if answer == .yes { return .yes }
        doubts += answer.causes
      }
      let rest = disjoint(
        mine.elements.isEmpty, mine.missing, theirs.elements.isEmpty, theirs.missing)
      return doubts.isEmpty ? rest : rest.or(.unknown(doubts.causes))
    case (.glob(let mine), .glob(let theirs)):
      return decided(
        mine.meets(theirs), "`\(mine)` and `\(theirs)` may have a match in common", left)
    default: return undecided(left, right)
    }
  }

  /// Returns the union, intersection or difference.
  func combine(_ operation: SetOperation, _ left: Cell, _ right: Cell) -> Cell {
    let origin = left.origin ?? right.origin
    guard case .value(let first) = left.reading.asSet, case .value(let second) = right.reading.asSet
    else { return undecided(left, right).cell(at: origin) }
    switch (first, second) {
    case (.cidrSet(let mine, let missing), .cidrSet(let theirs, let others)):
      let doubts = doubts(operation, mine.isEmpty, missing, theirs.isEmpty, others)
      let set =
        switch operation {
        case .union: mine.union(theirs)
        case .intersection: mine.intersection(theirs)
        case .difference: others.isEmpty ? mine.subtracting(theirs) : .empty
        }
      return Cell(.value(.cidrSet(set, missing: doubts)), origin: origin)
    case (.portSet(let mine, let missing), .portSet(let theirs, let others)):
      let doubts = doubts(operation, mine.isEmpty, missing, theirs.isEmpty, others)
      let set =
        switch operation {
        case .union: mine.union(theirs)
        case .intersection: mine.intersection(theirs)
        case .difference: others.isEmpty ? mine.subtracting(theirs) : .none
        }
      return Cell(.value(.portSet(set, missing: doubts)), origin: origin)
    case (.set(let mine), .set(let theirs)):
      return Cell(.value(.set(combine(operation, mine, theirs))), origin: origin)
    default: return undecided(left, right).cell(at: origin)
    }
  }

  private func combine(
    _ operation: SetOperation, _ left: Collection, _ right: Collection
  ) -> Collection {
    if operation == .union {
      let missing = (left.missing + right.missing).distinct
      return Collection(left.elements + right.elements, missing: missing).distinctElements
    }
    var doubts = Doubts(
      doubts(
        operation, left.elements.isEmpty, left.missing, right.elements.isEmpty, right.missing))
    let wanted: Answer = operation == .intersection ? .yes : .no
    let kept = left.elements.filter { element in
      let answer = equality.contains(right, element.reading)
      doubts += answer.causes
      return answer == wanted
    }
    return Collection(kept, missing: doubts.causes.distinct)
  }

  /// Returns why the result of an operation on two sets may hold more than what is known of it.
  private func doubts(
    _ operation: SetOperation, _ isEmpty: Bool, _ missing: [Cause], _ isOtherEmpty: Bool,
    _ others: [Cause]
  ) -> [Cause] {
    switch operation {
    case .union: return (missing + others).distinct
    case .intersection:
      // Nothing has anything in common with a set that is known to be empty.
      let isNothing = isEmpty && missing.isEmpty || isOtherEmpty && others.isEmpty
      return isNothing ? [] : (missing + others).distinct
    case .difference:
      return isEmpty && missing.isEmpty ? [] : (missing + others).distinct
    }
  }

  private func covers(_ isCovered: Bool, _ missing: [Cause], _ others: [Cause]) -> Answer {
    if isCovered { return others.isEmpty ? .yes : .unknown(others) }
    return missing.isEmpty ? .no : .unknown(missing + others)
  }

  /// Returns the answer to whether two sets meet of which the known parts do not.
  private func disjoint(
    _ isEmpty: Bool, _ missing: [Cause], _ isOtherEmpty: Bool, _ others: [Cause]
  ) -> Answer {
    if isEmpty && missing.isEmpty || isOtherEmpty && others.isEmpty { return .no }
    return missing.isEmpty && others.isEmpty ? .no : .unknown(missing + others)
  }

  private func undecided(_ left: Cell, _ right: Cell) -> Answer {
    let failing = [left, right].filter { $0.reading.value == nil }
    return .unknown(
      (failing.isEmpty ? [left] : failing).flatMap(\.withoutValue.reading.causes))
  }
}

extension Reading {
  /// An address or a block of them as the set of its addresses, a number as a set of one port; all
  /// else as it is.
  var asSet: Reading {
    switch self {
    case .value(.cidr(let cidr)): .value(.cidrSet(CidrSet([cidr]), missing: []))
    case .value(.ipAddress(let address)):
      .value(.cidrSet(CidrSet([Cidr(address)]), missing: []))
    case .value(.int(let port)):
      PortSet(from: port, through: port).map { .value(.portSet($0, missing: [])) }
        ?? .unknown(Cause(.malformed, "\(port) is not a port"))
    case .value, .absent, .unknown: self
    }
  }
}
