internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Reads values without a schema as values of a type.
struct JsonDecoder {
  /// Knows the values that are read, the types, and the nodes that values refer to.
  let evaluator: TermEvaluator

  /// The values that are read.
  let rawValues: RawValues

  /// The types.
  var schema: Schema { evaluator.program.schema }

  /// Creates a decoder of the values that `evaluator` has now.
  init(_ evaluator: TermEvaluator) {
    self.evaluator = evaluator
    rawValues = evaluator.rawValues
  }

  /// How deep values may be nested, so that hostile ones do not use up the stack.
  private static let depth = 64

  /// Returns the value `id` as one of `type`; what is null is absent, what does not fit is unknown.
  func decode(_ id: RawValueID, as type: TypeID) -> Cell { decode(id, as: type, depth: 0) }

  private func decode(_ id: RawValueID, as type: TypeID, depth: Int) -> Cell {
    let origin = rawValues.origin(of: id)
    let plain = schema.types.unwrapped(type)
    guard depth < JsonDecoder.depth else {
      let cause = Cause(.limitExceeded, "values nested too deep", origin: origin)
      return Cell(.unknown(cause), origin: origin)
    }
    if case .json = schema.types[plain] { return Cell(.value(.json(id)), origin: origin) }
    if case .resource(let target) = schema.types[plain] {
      guard let edges = evaluator.rawResources else { return malformed(id, as: plain) }
      return Cell(edges.edge(to: target, from: id, in: rawValues), origin: origin)
    }
    if case .list(let element) = schema.types[plain],
      case .resource(let target) = schema.types[schema.types.unwrapped(element)],
      case .unknown = rawValues[id], let edges = evaluator.rawResources
    {
      return Cell(edges.edges(to: target, from: id, in: rawValues), origin: origin)
    }
    switch rawValues[id] {
    case .null: return Cell(.absent, origin: origin)
    case .unknown(let cause, _):
      return Cell(.unknown(cause.located(at: origin)), origin: origin)
    case .boolean, .number, .string, .list, .object:
      return decodeKnown(id, as: plain, depth: depth)
    }
  }

  private func decodeKnown(_ id: RawValueID, as type: TypeID, depth: Int) -> Cell {
    let origin = rawValues.origin(of: id)
    switch schema.types[type] {
    case .list(let element):
      guard let cells = elements(of: id, as: element, depth: depth) else { break }
      return Cell(.value(.list(Collection(cells))), origin: origin)
    case .set(let element):
      guard let cells = elements(of: id, as: element, depth: depth) else { break }
      return Cell(.value(.set(Collection(cells).distinctElements)), origin: origin)
    case .map(let key, let value):
      guard case .object = rawValues[id] else { break }
      return map(id, key: key, value: value, depth: depth)
    case .structure(let structure):
      guard case .object = rawValues[id] else { break }
      let cells = schema[structure].attributes.map { attribute in
        let cell = rawValues.member(attribute.name, of: id)
          .map { decode($0, as: attribute.type, depth: depth + 1) }
        return attribute.normalized(
          cell ?? Cell(.absent, origin: origin), of: schema[structure].name)
      }
      return Cell(.value(.structure(structure, cells)), origin: origin)
    case .cidrSet:
      if case .list = rawValues[id] { return addresses(id) }
    case .portSet:
      if case .list = rawValues[id] { return ports(id) }
    case .policyDocument:
      return policyDocument(id)
    default: break
    }
    return decodeScalar(id, as: type)
  }

  /// Returns the elements of a list, or `nil` if it is none.
  private func elements(of id: RawValueID, as type: TypeID, depth: Int) -> [Cell]? {
    guard case .list = rawValues[id] else { return nil }
    return rawValues.children(of: id).map { child in
      let cell = decode(child, as: type, depth: depth + 1)
      guard cell.reading == .absent, !schema.types.isOptional(type) else { return cell }
      return malformed(child, as: type)
    }
  }

  private func map(_ id: RawValueID, key: TypeID, value: TypeID, depth: Int) -> Cell {
    var entries: [MapEntry] = []
    var missing: [Cause] = []
    let origin = rawValues.origin(of: id)
    for member in rawValues.members(of: id) {
      let cell = decode(member.value, as: value, depth: depth + 1)
      // A member that is null is as good as none.
      if cell.reading == .absent { continue }
      switch scalar(.string(member.name), as: key) {
      case .success(let key): entries.append(MapEntry(key: key, value: cell))
      case .failure(let problem):
        missing.append(Cause(.malformed, problem.text, origin: cell.origin ?? origin))
      }
    }
    return Cell(.value(.map(entries, missing: missing.distinct)), origin: origin)
  }

  /// Returns the addresses of a list of blocks, of which those that are not known are missing.
  private func addresses(_ id: RawValueID) -> Cell {
    let type = schema.types.simple(.cidrSet)
    var blocks: [CidrSet] = []
    var missing: [Cause] = []
    for child in rawValues.children(of: id) {
      let cell = decode(child, as: type, depth: JsonDecoder.depth - 1)
      if case .value(.cidrSet(let set, _)) = cell.reading {
        blocks.append(set)
      } else {
        missing +=
          cell.reading == .absent
          ? malformed(child, as: type).reading.causes : cell.reading.causes
      }
    }
    return Cell(
      .value(.cidrSet(CidrSet(union: blocks), missing: missing.distinct)),
      origin: rawValues.origin(of: id))
  }

  /// Returns the ports of a list, of which those that are not known are missing.
  private func ports(_ id: RawValueID) -> Cell {
    let type = schema.types.simple(.portSet)
    var ports: [PortSet] = []
    var missing: [Cause] = []
    for child in rawValues.children(of: id) {
      let cell = decode(child, as: type, depth: JsonDecoder.depth - 1)
      if case .value(.portSet(let set, _)) = cell.reading {
        ports.append(set)
      } else {
        missing +=
          cell.reading == .absent
          ? malformed(child, as: type).reading.causes : cell.reading.causes
      }
    }
    return Cell(
      .value(.portSet(PortSet(union: ports), missing: missing.distinct)),
      origin: rawValues.origin(of: id))
  }

  private func decodeScalar(_ id: RawValueID, as type: TypeID) -> Cell {
    let origin = rawValues.origin(of: id)
    switch scalar(rawValues[id], as: type) {
    case .success(let value): return Cell(.value(value), origin: origin)
    case .failure(let problem):
      return Cell(.unknown(Cause(.malformed, problem.text, origin: origin)), origin: origin)
    }
  }

  /// Returns the cell of a value that is no `type`.
  func malformed(_ id: RawValueID, as type: TypeID) -> Cell {
    let origin = rawValues.origin(of: id)
    let text = "\(rawValues[id].kindName) where \(schema.description(of: type)) is wanted"
    return Cell(.unknown(Cause(.malformed, text, origin: origin)), origin: origin)
  }
}
