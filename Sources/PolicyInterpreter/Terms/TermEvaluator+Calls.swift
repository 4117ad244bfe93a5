internal import DomainValues
package import PolicyIR
package import ResourceModel
internal import SourceText

/// Functions, those of the packs and those of the language.
extension TermEvaluator {
  func evaluateCall(_ term: Term) -> Cell {
    switch term {
    case .call(let id, let arguments):
      let saved = enter(id, arguments)
      // The variables of the function are others than those of the mapping that hold joins.
      let joins = joinSlots
      joinSlots = []
      let cell = evaluate(program[id].body)
      joinSlots = joins
      slots = saved
      return cell
    case .builtin(let builtin, let arguments): return evaluateBuiltin(builtin, arguments, term)
    case .text(let parts): return text(of: parts)
    default: return Cell.misplacedAbsence
    }
  }

  /// Makes the variables those of the function, and returns those there were.
  func enter(_ id: FunctionID, _ arguments: [TermID]) -> [Cell] {
    let count = program[id].slotCount
    var values: [Cell] = []
    values.reserveCapacity(count)
    for argument in arguments { values.append(evaluate(argument)) }
    while values.count < count { values.append(TermEvaluator.unset) }
    swap(&slots, &values)
    return values
  }

  private func evaluateBuiltin(
    _ builtin: Builtin, _ arguments: [TermID], _ term: Term
  ) -> Cell {
    switch builtin {
    case .count, .first, .flatten, .distinct, .keys, .values, .union:
      guard let argument = arguments.first else { return Cell.misplacedAbsence }
      return evaluateCollectionFunction(builtin, argument)
    case .length, .startsWith, .endsWith, .contains, .lowercased, .uppercased, .trimmed, .split,
      .joined, .toString:
      return evaluateTextFunction(builtin, arguments)
    case .partition, .service, .region, .account, .resource:
      guard let argument = arguments.first else { return Cell.misplacedAbsence }
      let cell = read(argument)
      guard case .value(.arn(let arn)) = cell.reading else { return cell.withoutValue }
      return Cell(.value(.string(arn.part(builtin))), origin: cell.origin)
    case .major, .minor, .patch:
      guard let argument = arguments.first else { return Cell.misplacedAbsence }
      let cell = read(argument)
      guard case .value(.version(let version)) = cell.reading else { return cell.withoutValue }
      let place = builtin == .major ? 0 : builtin == .minor ? 1 : 2
      let number = version.numbers.indices.contains(place) ? version.numbers[place] : 0
      return Cell(.value(.int(number)), origin: cell.origin)
    case .isPublic, .grantsFullAdministration, .denies, .allows:
      return evaluatePolicyFunction(builtin, arguments)
    case .gap: return gap(arguments)
    case .permits: return permits(arguments)
    case .principals:
      guard let argument = arguments.first else { return Cell.misplacedAbsence }
      return principals(of: read(argument))
    case .computed, .configured, .referenced, .isNew, .shown, .collected, .rawAddress, .rawType,
      .redacted, .undecided:
      return evaluateRawFunction(builtin, arguments)
    }
  }

  private func evaluateCollectionFunction(
    _ builtin: Builtin, _ argument: TermID
  ) -> Cell {
    let cell = read(argument)
    return collectionFunction(builtin, of: cell, argument: argument)
  }

  /// Returns what the function makes of the collection `cell`, which the term `argument` gave.
  package func collectionFunction(_ builtin: Builtin, of cell: Cell, argument: TermID) -> Cell {
    if builtin == .count { return size(of: cell).cell }
    if case .unknown = cell.reading { return cell }
    if case .value(.map(let entries, let missing)) = cell.reading {
      switch builtin {
      case .keys:
        let keys = Collection(entries.map { Cell(.value($0.key)) }, missing: missing)
        return Cell(.value(.set(keys)), origin: cell.origin)
      case .values:
        let values = Collection(entries.map(\.value), missing: missing)
        return Cell(.value(.list(values)), origin: cell.origin)
      default: break
      }
    }
    let members = members(of: cell)
    spend(members.elements.count)
    switch builtin {
    case .first: return first(of: members, argument, origin: cell.origin)
    case .flatten:
      let lists = members.elements.map { self.members(of: resolved($0)) }
      let elements = lists.flatMap(\.elements)
      spend(elements.count)
      if isExhausted { return Cell(.unknown(limits.stepCause)) }
      let missing = (members.missing + lists.flatMap(\.missing)).distinct
      return Cell(.value(.list(Collection(elements, missing: missing))), origin: cell.origin)
    case .distinct: return Cell(.value(.set(members.distinctElements)), origin: cell.origin)
    case .union: return union(of: members, argument, origin: cell.origin)
    default: return cell.withoutValue
    }
  }

  /// Returns the first element.
  ///
  /// Of an incomplete list it is not known, because what is missing may stand before what is
  /// known; a join has no such order, so there the first that is known is as good as any.
  private func first(
    of members: Collection, _ argument: TermID, origin: SourceRange?
  ) -> Cell {
    var isJoin = false
    if case .variable(let slot) = program[argument] { isJoin = joinSlots.contains(slot) }
    if let element = members.elements.first, isJoin || members.missing.isEmpty {
      return Cell(element.reading, origin: element.origin ?? origin)
    }
    return Cell(
      members.missing.isEmpty ? .absent : .unknown(members.missing.distinct),
      origin: origin)
  }

  /// Returns the union of sets; members that are not known make it a lower bound.
  private func union(
    of members: Collection, _ argument: TermID, origin: SourceRange?
  ) -> Cell {
    if members.missing.isEmpty {
      if members.elements.isEmpty, let empty = emptySet(ofElements: argument, missing: []) {
        return Cell(.value(empty), origin: origin)
      }
      if let addresses = onlyAddresses(of: members) {
        return Cell(.value(.cidrSet(addresses, missing: [])), origin: origin)
      }
    }
    // Put together at once: one after another would take the square of their number.
    var (blocks, ports, elements): ([CidrSet], [PortSet], [Cell]?) = ([], [], nil)
    var (missing, doubts): ([Cause], [Cause]) = ([], members.missing)
    for element in members.elements {
      let next = resolved(element)
      switch next.reading.asSet {
      case .value(.cidrSet(let set, let causes)):
        blocks.append(set)
        missing += causes
      case .value(.portSet(let set, let causes)):
        ports.append(set)
        missing += causes
      case .value(.set(let set)):
        elements = (elements ?? []) + set.elements
        missing += set.missing
      case .value, .absent, .unknown: doubts += next.withoutValue.reading.causes
      }
    }
    let causes = (missing + doubts).distinct
    if !blocks.isEmpty {
      return Cell(.value(.cidrSet(CidrSet(union: blocks), missing: causes)), origin: origin)
    }
    if !ports.isEmpty {
      return Cell(.value(.portSet(PortSet(union: ports), missing: causes)), origin: origin)
    }
    if let elements {
      let set = Collection(elements, missing: causes).distinctElements
      return Cell(.value(.set(set)), origin: origin)
    }
    guard let empty = emptySet(ofElements: argument, missing: causes) else {
      return Cell(
        causes.isEmpty ? .value(.set(Collection([]))) : .unknown(causes), origin: origin)
    }
    return Cell(.value(empty), origin: origin)
  }

  /// Returns the union of sets of addresses of which at most one has any, and nothing is missing;
  /// `nil` for all else.
  private func onlyAddresses(of members: Collection) -> CidrSet? {
    var union: CidrSet?
    for element in members.elements {
      guard case .value(.cidrSet(let set, let missing)) = element.reading, missing.isEmpty
      else { return nil }
      guard let before = union, !before.isEmpty else {
        union = set
        continue
      }
      if !set.isEmpty { return nil }
    }
    return union
  }

  /// Returns the set of the type of the elements of the term's list of which no member is known, and
  /// some may be missing because of `causes`.
  private func emptySet(ofElements id: TermID, missing causes: [Cause]) -> Value? {
    let element: TypeID
    switch schema.types[schema.types.unwrapped(program.type(of: id))] {
    case .list(let type), .set(let type): element = schema.types.unwrapped(type)
    default: return nil
    }
    switch schema.types[element] {
    case .cidrSet, .cidr, .ipAddress: return .cidrSet(.empty, missing: causes)
    case .portSet: return .portSet(.none, missing: causes)
    case .set: return .set(Collection([], missing: causes))
    default: return nil
    }
  }
}

extension Arn {
  /// Returns the part that the property of the language names.
  fileprivate func part(_ property: Builtin) -> String {
    switch property {
    case .partition: partition
    case .service: service
    case .region: region
    case .account: account
    default: resource
    }
  }
}
