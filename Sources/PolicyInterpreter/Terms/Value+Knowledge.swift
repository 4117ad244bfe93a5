package import ResourceModel

extension Value {
  /// The value without the places that its parts were read at, so that equal values are equal.
  var withoutOrigins: Value {
    switch self {
    case .list(let list): .list(list.withoutOrigins)
    case .set(let set): .set(set.withoutOrigins)
    case .map(let entries, let missing):
      .map(
        entries.map {
          MapEntry(key: $0.key.withoutOrigins, value: $0.value.withoutOrigins)
        }, missing: missing)
    case .structure(let id, let cells): .structure(id, cells.map(\.withoutOrigins))
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .resource:
      self
    }
  }

  /// Why parts of the value are not known; empty when all of it is.
  ///
  /// `Json` counts as known here, because its parts are not at hand.
  var causes: [Cause] {
    switch self {
    case .list(let collection), .set(let collection):
      collection.missing + collection.elements.flatMap(\.reading.allCauses)
    case .map(let entries, let missing): missing + entries.flatMap(\.value.reading.allCauses)
    case .structure(_, let cells): cells.flatMap(\.reading.allCauses)
    case .cidrSet(_, let missing), .portSet(_, let missing): missing
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json, .enumeration, .resource:
      []
    }
  }
}

extension Reading {
  /// Why it, or a part of it, is not known; empty when all of it is.
  package var allCauses: [Cause] {
    switch self {
    case .value(let value): value.causes
    case .absent: []
    case .unknown(let causes): causes
    }
  }
}

extension Cell {
  fileprivate var withoutOrigins: Cell {
    switch reading {
    case .value(let value): Cell(.value(value.withoutOrigins))
    case .absent, .unknown: Cell(reading)
    }
  }
}

extension Collection {
  fileprivate var withoutOrigins: Collection {
    Collection(elements.map(\.withoutOrigins), missing: missing)
  }

  /// The elements of a set, where those that are surely equal to an earlier one are left out.
  package var distinctElements: Collection {
    var seen: Set<Value> = []
    let kept = elements.filter { cell in
      guard case .value(let value) = cell.reading, value.causes.isEmpty else { return true }
      return seen.insert(value.withoutOrigins).inserted
    }
    return Collection(kept, missing: missing)
  }
}
