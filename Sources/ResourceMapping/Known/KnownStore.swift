internal import PolicyInterpreter
internal import ResourceModel

/// What `KnownValue`s name by number, because it takes memory of its own.
///
/// It grows while a raw resource is mapped, at most by what its steps make, and is emptied before the
/// next one; only what constants are stays.
struct KnownStore {
  /// The place of the causes of a variable that is not set.
  static let unset: Int32 = 0

  /// The place of the causes of a variable that there is not.
  static let misplaced: Int32 = 1

  /// The place of the list without elements.
  static let emptyList: Int32 = 0

  private var texts: [String] = []
  private var values: [Value] = [.list(Collection([]))]
  private var causes = [TermEvaluator.unset.reading.causes, Cell.misplacedAbsence.reading.causes]
  private var kept = (texts: 0, values: 1, causes: 2)

  /// Keeps what is in it for good, for constants.
  mutating func keep() {
    kept = (texts.count, values.count, causes.count)
  }

  /// Forgets all that is not kept.
  mutating func forget() {
    if texts.count > kept.texts { texts.removeLast(texts.count - kept.texts) }
    if values.count > kept.values { values.removeLast(values.count - kept.values) }
    if causes.count > kept.causes { causes.removeLast(causes.count - kept.causes) }
  }

  /// Returns the text.
  mutating func insert(_ text: String) -> KnownValue {
    texts.append(text)
    return .text(Int32(truncatingIfNeeded: texts.count - 1))
  }

  /// Returns the value, whatever its type.
  mutating func insert(_ value: Value) -> KnownValue {
    switch value {
    case .bool(let isTrue): return .bool(isTrue)
    case .int(let number): return .int(number)
    case .string(let text): return insert(text)
    case .json(let id): return .json(id)
    case .enumeration(let id, let index):
      return .enumeration(id, Int32(truncatingIfNeeded: index))
    case .float, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet, .arn, .regex,
      .policyDocument, .filterPattern, .version, .ipAddress, .glob, .list, .set, .map, .structure,
      .resource:
      values.append(value)
      return .other(Int32(truncatingIfNeeded: values.count - 1))
    }
  }

  /// Returns what the cell holds.
  mutating func insert(_ cell: Cell) -> Known {
    switch cell.reading {
    case .absent: return Known(.absent, origin: cell.origin)
    case .value(let value): return Known(insert(value), origin: cell.origin)
    case .unknown(let list):
      causes.append(list)
      return Known(.unknown(Int32(truncatingIfNeeded: causes.count - 1)), origin: cell.origin)
    }
  }

  /// The text at the 0-based place.
  func text(_ place: Int32) -> String { texts[Int(place)] }

  /// The value at the 0-based place.
  func value(_ place: Int32) -> Value { values[Int(place)] }

  /// The causes at the 0-based place.
  func causes(_ place: Int32) -> [Cause] { causes[Int(place)] }
}

extension Value {
  /// The list or set that the value is.
  var collection: Collection? {
    switch self {
    case .list(let collection), .set(let collection): collection
    case .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet, .portSet,
      .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .map, .structure, .resource:
      nil
    }
  }
}
