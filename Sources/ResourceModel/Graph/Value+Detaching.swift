extension Value {
  /// An equal value that shares no memory with this one, as far as values of the language are made of
  /// others.
  package var detached: Value {
    switch self {
    case .bool(let bool): .bool(bool)
    case .int(let number): .int(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text.detached)
    case .duration(let duration): .duration(duration)
    case .timestamp(let timestamp): .timestamp(timestamp)
    case .bytes(let count): .bytes(count)
    case .cidr(let block): .cidr(block)
    case .cidrSet(let set, let missing): .cidrSet(set, missing: missing)
    case .portSet(let set, let missing): .portSet(set, missing: missing)
    case .arn(let arn): .arn(arn)
    case .regex(let pattern): .regex(pattern)
    case .policyDocument(let document): .policyDocument(document)
    case .filterPattern(let pattern): .filterPattern(pattern)
    case .version(let version): .version(version)
    case .ipAddress(let address): .ipAddress(address)
    case .glob(let glob): .glob(glob)
    case .json(let id): .json(id)
    case .enumeration(let id, let index): .enumeration(id, index)
    case .list(let collection): .list(collection.detached)
    case .set(let collection): .set(collection.detached)
    case .map(let entries, let missing):
      .map(
        entries.map { MapEntry(key: $0.key.detached, value: $0.value.detached) },
        missing: missing)
    case .structure(let id, let fields): .structure(id, fields.map(\.detached))
    case .resource(let row): .resource(row)
    }
  }
}

extension Collection {
  /// An equal collection that shares no memory with this one.
  fileprivate var detached: Collection { Collection(elements.map(\.detached), missing: missing) }
}

extension Cell {
  /// An equal cell whose value shares no memory with this one's.
  fileprivate var detached: Cell {
    guard case .value(let value) = reading else { return self }
    return Cell(.value(value.detached), origin: origin)
  }
}

extension String {
  /// An equal text that shares no memory with this one.
  package var detached: String { String(decoding: Array(utf8), as: UTF8.self) }
}
