package import PolicyIR
package import ResourceModel

/// Functions of raw resources.
extension TermEvaluator {
  func evaluateRawFunction(_ builtin: Builtin, _ arguments: [TermID]) -> Cell {
    guard let argument = arguments.first else { return Cell.misplacedAbsence }
    if builtin == .shown || builtin == .collected {
      let cell = read(argument)
      guard case .value = cell.reading else { return cell }
      return Cell(.value(.list(known(builtin, members(of: cell)))), origin: cell.origin)
    }
    if builtin == .redacted { return withheld(argument, .redacted, "") }
    if builtin == .undecided {
      guard arguments.count == 2, case .value(.string(let detail)) = read(arguments[1]).reading
      else { return Cell.misplacedAbsence }
      return withheld(argument, .undecidable, detail)
    }
    let id = place(of: argument)
    let origin = id.flatMap { rawValues.origin(of: $0) }
    switch builtin {
    case .computed: return Answer(isComputed(id)).cell(at: origin)
    case .configured: return isConfigured(id).cell(at: origin)
    case .referenced: return Cell(.value(.list(referenced(id))), origin: origin)
    default:
      guard let id, let rawResources, let index = rawResources.resource(withAttributes: id) else {
        let cell = read(argument)
        if case .absent = cell.reading { return cell }
        return cell.withoutValue
      }
      let resource = rawResources.resources[index]
      if builtin == .isNew { return Answer(rawResources.isNew(index)).cell(at: resource.origin) }
      let text = builtin == .rawType ? resource.type : resource.address
      return Cell(.value(.string(text)), origin: resource.origin)
    }
  }

  /// Returns `list` without what is not shown, or not in the input; that is left out on purpose, and the
  /// mapping says what follows from it.
  package func known(_ builtin: Builtin, _ list: Collection) -> Collection {
    let missing = builtin == .shown ? [] : list.missing.filter { $0.kind != .notCollected }
    return Collection(list.elements, missing: missing)
  }

  /// Returns the value as one that is unknown because of `kind`, unless it is unknown or absent.
  private func withheld(_ argument: TermID, _ kind: CauseKind, _ detail: String) -> Cell {
    let cell = read(argument)
    guard case .value = cell.reading else { return cell }
    return Cell(.unknown(Cause(kind, detail, origin: cell.origin)), origin: cell.origin)
  }

  /// Returns the raw value that the term stands for, or the one above it that is not known; `nil`
  /// when there is none.
  private func place(of id: TermID) -> RawValueID? {
    switch program[id] {
    case .member(let base, let name):
      guard let parent = place(of: base) else { return nil }
      if case .unknown = rawValues[parent] { return parent }
      return rawValues.member(name, of: parent)
    case .element(let base, _):
      guard let parent = place(of: base) else { return nil }
      if case .unknown = rawValues[parent] { return parent }
      guard case .value(.json(let element)) = evaluate(id).reading else { return nil }
      return element
    default:
      guard case .value(.json(let value)) = evaluate(id).reading else { return nil }
      return value
    }
  }

  /// Returns `true` iff the source itself chooses the value.
  package func isComputed(_ id: RawValueID?) -> Bool {
    guard let id, case .unknown(_, let isComputed) = rawValues[id] else { return false }
    return isComputed
  }

  /// Returns whether the source sets the value.
  package func isConfigured(_ id: RawValueID?) -> Answer {
    guard let id else { return .no }
    switch rawValues[id] {
    case .null: return .no
    case .unknown(_, isComputed: true): return .no
    case .unknown(let cause, isComputed: false):
      // What is known after apply is so because the configuration says what it will be made from.
      let isSet = cause.kind == .knownAfterApply || !rawValues.references(of: id).isEmpty
      return isSet ? .yes : .unknown([cause])
    case .boolean, .number, .string, .list, .object: return .yes
    }
  }

  /// Returns the raw resources that the value, or a part of it, refers to.
  package func referenced(_ id: RawValueID?) -> Collection {
    guard let id, let rawResources else { return Collection([]) }
    var pending = [id]
    var seen: Set<Int> = []
    var elements: [Cell] = []
    var missing: [Cause] = []
    while let next = pending.popLast() {
      let references = rawValues.references(of: next)
      // What is given and no raw resource adds none.
      for reference in references where reference.resource != nil || !reference.isGiven {
        guard let index = reference.resource, rawResources.resources.indices.contains(index) else {
          missing.append(
            Cause(
              .unresolvedReference, reference.text.clipped, origin: rawValues.origin(of: next)))
          continue
        }
        if seen.insert(index).inserted {
          let resource = rawResources.resources[index]
          elements.append(Cell(.value(.json(resource.attributes)), origin: resource.origin))
        }
      }
      if case .unknown(let cause, isComputed: false) = rawValues[next], references.isEmpty {
        missing.append(cause)
      }
      pending += rawValues.children(of: next).reversed()
    }
    return Collection(elements, missing: missing.distinct)
  }
}
