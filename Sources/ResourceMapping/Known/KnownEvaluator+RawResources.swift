internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Functions of raw resources.
extension KnownEvaluator {
  /// Returns what the function says of the raw value that the argument stands for.
  mutating func rawFunction(_ builtin: Builtin, _ argument: Int32) throws(NotKnown) -> Known {
    if builtin == .shown || builtin == .collected {
      let known = try read(argument)
      switch known.value {
      case .absent, .unknown, .undecided: return known
      case .bool, .int, .rawText, .text, .json, .enumeration, .other:
        if isCompleteList(known.value) { return known }
        let list = evaluator.known(builtin, evaluator.members(of: cell(of: known)))
        return Known(store.insert(.list(list)), origin: known.origin)
      }
    }
    let id = try place(of: argument)
    let origin = id.flatMap { values.origin(of: $0) }
    switch builtin {
    case .computed: return Known(.bool(evaluator.isComputed(id)), origin: origin)
    case .configured:
      let answer = evaluator.isConfigured(id)
      if answer.truth == .unknown { throw NotKnown() }
      return Known(.bool(answer == .yes), origin: origin)
    case .referenced:
      return Known(store.insert(.list(evaluator.referenced(id))), origin: origin)
    default:
      guard let id, let index = resource(withAttributes: id) else { throw NotKnown() }
      let origin = resources[index].origin
      switch builtin {
      case .isNew:
        return Known(.bool(rawResources.isNew(index)), origin: origin)
      case .rawType: return Known(store.insert(resources[index].type), origin: origin)
      case .rawAddress: return Known(store.insert(resources[index].address), origin: origin)
      default: throw NotKnown()
      }
    }
  }

  /// Returns `true` iff the value is a list of which nothing is left out.
  private func isCompleteList(_ value: KnownValue) -> Bool {
    guard case .other(let place) = value, case .list(let list) = store.value(place) else {
      return false
    }
    return list.missing.isEmpty
  }

  /// Returns the 0-based index of the raw resource with these attributes.
  private mutating func resource(withAttributes id: RawValueID) -> Int? {
    if resource.attributes == id { return resource.index }
    return rawResources.resource(withAttributes: id)
  }

  /// Returns the raw value that the term stands for, or the one above it that is not known; `nil`
  /// when there is none.
  private mutating func place(of index: Int32) throws(NotKnown) -> RawValueID? {
    switch terms[Int(index)] {
    case .member(let base, let name):
      guard let parent = try place(of: base) else { return nil }
      if case .unknown = values.kind(of: parent) { return parent }
      return values.member(name, of: parent)
    case .element(let base, _):
      guard let parent = try place(of: base) else { return nil }
      if case .unknown = values.kind(of: parent) { return parent }
    case .interpreted(let id):
      // How an element is found of which the number is computed is for the interpreter to say.
      if case .element = evaluator.program[id] { throw NotKnown() }
    default: break
    }
    guard case .json(let value) = try evaluate(index).value else { return nil }
    return value
  }
}
