internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Functions of raw resources.
extension KnownEvaluator {
  /// Returns what the function says of the raw value that the argument stands for.
  mutating func rawFunction(_ builtin: Builtin, _ argument: Int32) throws(NotKnown) -> Known {
    if builtin == .shown {
      let known = try read(argument)
      switch known.value {
      case .absent, .unknown: return known
      case .bool, .int, .string, .json, .enumeration, .other:
        // What is not shown is left out on purpose.
        let cells = evaluator.members(of: known.cell).elements
        return Known(.other(.list(Collection(cells))), origin: known.origin)
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
      return Known(.other(.list(evaluator.referenced(id))), origin: origin)
    default:
      guard let id, let resource = resource(withAttributes: id) else { throw NotKnown() }
      switch builtin {
      case .isNew: return Known(.bool(resource.isNew), origin: resource.origin)
      case .rawType: return Known(.string(resource.type), origin: resource.origin)
      case .rawAddress: return Known(.string(resource.address), origin: resource.origin)
      default: throw NotKnown()
      }
    }
  }

  /// Returns the raw resource with these attributes.
  private func resource(withAttributes id: RawValueID) -> RawResource? {
    if let resource, resource.attributes == id { return resource }
    guard let index = evaluator.rawResources?.resource(withAttributes: id) else { return nil }
    return evaluator.rawResources?.resources[index]
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
