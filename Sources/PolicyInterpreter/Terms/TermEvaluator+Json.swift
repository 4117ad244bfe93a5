internal import DomainValues
internal import PolicyIR
package import ResourceModel
internal import SourceText

/// Values without a schema, and how values become such and cease to be.
extension TermEvaluator {
  /// Returns the cell of a `Json` value, which may be null or not known.
  func jsonCell(_ id: RawValueID) -> Cell {
    Cell(.value(.json(id)), origin: rawValues.origin(of: id))
  }

  /// Returns the cell with `Json` that is null as absent, and `Json` that is not known as unknown.
  package func resolved(_ cell: Cell) -> Cell {
    guard case .value(.json(let id)) = cell.reading else { return cell }
    let origin = cell.origin ?? rawValues.origin(of: id)
    switch rawValues[id] {
    case .null: return Cell(.absent, origin: origin)
    case .unknown(let cause, _):
      return Cell(.unknown(cause.located(at: origin)), origin: origin)
    case .boolean, .number, .string, .list, .object: return Cell(cell.reading, origin: origin)
    }
  }

  /// Returns what `operand` is worth, read as a value of `type`.
  func decode(_ operand: TermID, as type: TypeID) -> Cell {
    let cell = fit(evaluate(operand), to: type)
    spend(cell.reading.value?.size ?? 0)
    return isExhausted ? Cell(.unknown(limits.stepCause)) : cell
  }

  /// Returns the cell as one of `type`: what is `Json` is read as such; all else already is one.
  package func fit(_ cell: Cell, to type: TypeID) -> Cell {
    let plain = schema.types.unwrapped(type)
    if case .json = schema.types[plain] { return cell }
    switch (cell.reading, schema.types[plain]) {
    case (.value(.json(let id)), _):
      let result = decoder.decode(id, as: plain)
      return Cell(result.reading, origin: result.origin ?? cell.origin)
    case (.value(.list(let list)), .list(let element)):
      let cells = list.elements.map { fit($0, to: element) }
      return Cell(.value(.list(Collection(cells, missing: list.missing))), origin: cell.origin)
    case (.value(.list(let list)), .set(let element)), (.value(.set(let list)), .set(let element)):
      let cells = list.elements.map { fit($0, to: element) }
      let set = Collection(cells, missing: list.missing).distinctElements
      return Cell(.value(.set(set)), origin: cell.origin)
    case (.value(.map(let entries, let missing)), .map(_, let value)):
      let entries = entries.map { MapEntry(key: $0.key, value: fit($0.value, to: value)) }
      return Cell(.value(.map(entries, missing: missing)), origin: cell.origin)
    case (.value(.string(let text)), .resource(let target)):
      guard let edges = rawResources else { return cell }
      return Cell(edges.node(of: target, named: text, origin: cell.origin), origin: cell.origin)
    case (.value(.arn(let arn)), .resource(let target)):
      guard let edges = rawResources else { return cell }
      return Cell(
        edges.node(of: target, named: arn.description, origin: cell.origin), origin: cell.origin)
    case (.value, _), (.absent, _), (.unknown, _): return cell
    }
  }

  /// Reads `Json` as values of types.
  var decoder: JsonDecoder {
    JsonDecoder(self)
  }

  /// Returns the cell as one of the wider type.
  package func widen(_ cell: Cell, to type: TypeID) -> Cell {
    let plain = schema.types.unwrapped(type)
    switch (schema.types[plain], cell.reading) {
    case (_, .absent), (_, .unknown): return cell
    case (.json, .value(.json)): return cell
    case (.json, .value): return jsonCell(json(cell))
    case (.cidr, .value(.ipAddress(let address))):
      return Cell(.value(.cidr(Cidr(address))), origin: cell.origin)
    case (.cidrSet, .value(.cidr)), (.cidrSet, .value(.ipAddress)):
      return Cell(cell.reading.asSet, origin: cell.origin)
    case (.portSet, .value(.int)): return Cell(cell.reading.asSet, origin: cell.origin)
    case (.portSet, .value(.set)), (.portSet, .value(.list)):
      return Cell(ports(members(of: cell)), origin: cell.origin)
    case (.cidrSet, .value(.set)), (.cidrSet, .value(.list)):
      return Cell(addresses(members(of: cell)), origin: cell.origin)
    case (.list(let element), .value(.list(let list))):
      let cells = list.elements.map { widen($0, to: element) }
      return Cell(.value(.list(Collection(cells, missing: list.missing))), origin: cell.origin)
    case (.set(let element), .value(.set(let set))):
      let cells = set.elements.map { widen($0, to: element) }
      let widened = Collection(cells, missing: set.missing).distinctElements
      return Cell(.value(.set(widened)), origin: cell.origin)
    case (.map(_, let value), .value(.map(let entries, let missing))):
      let entries = entries.map { MapEntry(key: $0.key, value: widen($0.value, to: value)) }
      return Cell(.value(.map(entries, missing: missing)), origin: cell.origin)
    case (_, .value): return cell
    }
  }

  /// Returns the set of the ports in `collection`, of which those that are not known are missing.
  private func ports(_ collection: Collection) -> Reading {
    var intervals: [ClosedRange<UInt16>] = []
    var missing = collection.missing
    for element in collection.elements {
      switch element.reading {
      case .value(.int(let number)):
        guard let port = UInt16(exactly: number) else {
          return .unknown(Cause(.malformed, "\(number) is not a port", origin: element.origin))
        }
        intervals.append(port...port)
      default: missing += element.withoutValue.reading.causes
      }
    }
    return .value(.portSet(PortSet(IntervalSet(intervals)), missing: missing.distinct))
  }

  /// Returns the set of the addresses in `collection`, of which those that are not known are
  /// missing.
  private func addresses(_ collection: Collection) -> Reading {
    var blocks: [CidrSet] = []
    var missing = collection.missing
    for element in collection.elements {
      if case .value(.cidrSet(let set, let others)) = element.reading.asSet {
        blocks.append(set)
        missing += others
      } else {
        missing += element.withoutValue.reading.causes
      }
    }
    return .value(.cidrSet(CidrSet(union: blocks), missing: missing.distinct))
  }

  /// Returns the cell as `Json` that is added to the values.
  private func json(_ cell: Cell) -> RawValueID {
    func unknown(_ causes: [Cause]) -> RawValueID {
      let cause = causes.first ?? Cause(.undecidable)
      return rawValues.insert(.unknown(cause, isComputed: false), origin: cell.origin)
    }
    guard case .value(let value) = cell.reading else {
      return cell.reading == .absent
        ? rawValues.insert(.null, origin: cell.origin) : unknown(cell.reading.causes)
    }
    switch value {
    case .json(let id): return id
    case .bool(let isTrue): return rawValues.insert(.boolean(isTrue), origin: cell.origin)
    case .int(let number): return rawValues.insert(.number(String(number)), origin: cell.origin)
    case .float(let number): return rawValues.insert(.number(String(number)), origin: cell.origin)
    case .list(let collection), .set(let collection):
      // A list of `Json` is all there or not known.
      if !collection.missing.isEmpty { return unknown(collection.missing) }
      let elements = collection.elements.map { json($0) }
      return rawValues.insert(list: elements, origin: cell.origin)
    case .map(let entries, let missing):
      if !missing.isEmpty { return unknown(missing) }
      let members = entries.map { (name: printer.text(of: $0.key), value: json($0.value)) }
      return rawValues.insert(object: members, origin: cell.origin)
    case .structure(let id, let cells):
      let names = schema[id].attributes.map(\.name)
      let members = zip(names, cells).map { (name: $0, value: json($1)) }
      return rawValues.insert(object: members, origin: cell.origin)
    case .enumeration(let id, let index):
      let choice = schema[id].cases[index]
      let text = choice.spellings.first ?? choice.name
      return rawValues.insert(.string(text), origin: cell.origin)
    case .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .resource:
      if !value.causes.isEmpty { return unknown(value.causes) }
      return rawValues.insert(.string(printer.text(of: value)), origin: cell.origin)
    }
  }
}

extension Value {
  /// The number of steps that making the value costs beyond one.
  package var size: Int {
    switch self {
    case .list(let collection), .set(let collection): collection.elements.count
    case .map(let entries, _): entries.count
    default: 0
    }
  }
}

extension RawValue {
  /// What the value is, with its article.
  var kindName: String {
    switch self {
    case .null: "nothing"
    case .boolean: "a Boolean"
    case .number: "a number"
    case .string: "a text"
    case .list: "a list"
    case .object: "an object"
    case .unknown: "something unknown"
    }
  }
}
