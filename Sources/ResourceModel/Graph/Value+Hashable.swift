internal import DomainValues
internal import SourceText

extension Value: Hashable {
  /// Texts are equal when their bytes are, wherever they come from.
  package static func == (left: Value, right: Value) -> Bool {
    switch left {
    case .string(let text):
      if case .string(let other) = right { text.isSpelled(like: other) } else { false }
    case .bool(let value): if case .bool(value) = right { true } else { false }
    case .int(let value): if case .int(value) = right { true } else { false }
    case .float(let value): if case .float(value) = right { true } else { false }
    case .duration(let value): if case .duration(value) = right { true } else { false }
    case .timestamp(let value): if case .timestamp(value) = right { true } else { false }
    case .bytes(let value): if case .bytes(value) = right { true } else { false }
    case .cidr(let value): if case .cidr(value) = right { true } else { false }
    case .arn(let value): if case .arn(value) = right { true } else { false }
    case .regex(let value): if case .regex(value) = right { true } else { false }
    case .policyDocument(let value): if case .policyDocument(value) = right { true } else { false }
    case .filterPattern(let value): if case .filterPattern(value) = right { true } else { false }
    case .version(let value): if case .version(value) = right { true } else { false }
    case .ipAddress(let value): if case .ipAddress(value) = right { true } else { false }
    case .glob(let value): if case .glob(value) = right { true } else { false }
    case .json(let value): if case .json(value) = right { true } else { false }
    case .list(let value): if case .list(value) = right { true } else { false }
    case .set(let value): if case .set(value) = right { true } else { false }
    case .resource(let value): if case .resource(value) = right { true } else { false }
    case .cidrSet(let set, let missing):
      if case .cidrSet(set, missing: missing) = right { true } else { false }
    case .portSet(let set, let missing):
      if case .portSet(set, missing: missing) = right { true } else { false }
    case .map(let entries, let missing):
      if case .map(entries, missing: missing) = right { true } else { false }
    case .enumeration(let type, let index):
      if case .enumeration(type, index) = right { true } else { false }
    case .structure(let type, let cells):
      if case .structure(type, cells) = right { true } else { false }
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    // The same bytes are equivalent texts, so that Swift's own hash serves.
    case .string(let text): hasher.combine(text)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .float(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .timestamp(let value): hasher.combine(value)
    case .bytes(let value): hasher.combine(value)
    case .cidr(let value): hasher.combine(value)
    case .arn(let value): hasher.combine(value)
    case .regex(let value): hasher.combine(value)
    case .policyDocument(let value): hasher.combine(value)
    case .filterPattern(let value): hasher.combine(value)
    case .version(let value): hasher.combine(value)
    case .ipAddress(let value): hasher.combine(value)
    case .glob(let value): hasher.combine(value)
    case .json(let value): hasher.combine(value)
    case .list(let value): hasher.combine(value)
    case .set(let value): hasher.combine(value)
    case .resource(let value): hasher.combine(value)
    case .cidrSet(let value, _): hasher.combine(value)
    case .portSet(let value, _): hasher.combine(value)
    case .map(let entries, _): hasher.combine(entries)
    case .enumeration(let type, let index):
      hasher.combine(type)
      hasher.combine(index)
    case .structure(let type, let cells):
      hasher.combine(type)
      hasher.combine(cells)
    }
  }
}
