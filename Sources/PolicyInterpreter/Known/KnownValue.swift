internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// A value with the ones that mappings are mostly made of at hand, so that they take no memory of
/// their own.
enum KnownValue {
  case absent
  case bool(Bool)
  case int(Int64)
  case string(String)
  case json(RawValueID)
  /// The case at the 0-based index of the enumeration.
  case enumeration(EnumerationID, Int)
  /// A value of any other type.
  case other(Value)
  /// What it is, is not known, for these causes.
  case unknown([Cause])
}

/// A `Cell` in the form that `KnownEvaluator` works with.
struct Known {
  /// What was read.
  var value: KnownValue

  /// Where it stands in the source.
  var origin: SourceRange?

  /// What a variable holds until something is put into it.
  static let unset = Known(TermEvaluator.unset)

  /// Creates what was read at `origin`.
  init(_ value: KnownValue, origin: SourceRange? = nil) {
    self.value = value
    self.origin = origin
  }

  /// Creates what the cell holds.
  init(_ cell: Cell) {
    origin = cell.origin
    switch cell.reading {
    case .absent: value = .absent
    case .unknown(let causes): value = .unknown(causes)
    case .value(let boxed):
      switch boxed {
      case .bool(let isTrue): value = .bool(isTrue)
      case .int(let number): value = .int(number)
      case .string(let text): value = .string(text)
      case .json(let id): value = .json(id)
      case .enumeration(let id, let index): value = .enumeration(id, index)
      case .float, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet, .arn, .regex,
        .policyDocument, .filterPattern, .version, .ipAddress, .glob, .list, .set, .map, .structure,
        .resource:
        value = .other(boxed)
      }
    }
  }

  /// The cell that holds it.
  var cell: Cell {
    let reading: Reading =
      switch value {
      case .absent: .absent
      case .bool(let isTrue): Answer(isTrue).reading
      case .int(let number): .value(.int(number))
      case .string(let text): .value(.string(text))
      case .json(let id): .value(.json(id))
      case .enumeration(let id, let index): .value(.enumeration(id, index))
      case .other(let value): .value(value)
      case .unknown(let causes): .unknown(causes)
      }
    return Cell(reading, origin: origin)
  }
}
