internal import CByteScan
internal import DomainValues
internal import ResourceModel
internal import StructuredText

/// Values without parts.
extension Shredder {
  /// Returns the number that `node` writes, if it is whole and fits.
  @inline(__always)
  func integer(_ node: JSONNode) -> Int64? {
    let count = Int(node.upper - node.lower)
    guard count <= 18 else { return JSONNumber.integer(bytes(contentOf: node)[...]) }
    var index = Int(node.lower)
    let isNegative = unsafe text[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var value: Int64 = 0
    while index < Int(node.upper) {
      let digit = unsafe text[index] &- UInt8(ascii: "0")
      // A fraction or an exponent.
      guard digit < 10 else { return JSONNumber.integer(bytes(contentOf: node)[...]) }
      value = value &* 10 &+ Int64(digit)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// Returns the milliseconds of a text like `2026-01-01T00:00:00Z`, or `nil` for every other way to
  /// write an instant, and for the last days of months, which the slow way knows.
  @inline(__always)
  func quickTimestamp(_ node: JSONNode) -> Int64? {
    guard node.upper - node.lower == 22 else { return nil }
    let start = unsafe text + Int(node.lower) + 1
    var value: (Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0)
    var isWrong = false
    @inline(__always) func digit(_ index: Int) -> Int64 {
      let digit = unsafe start[index] &- UInt8(ascii: "0")
      if digit > 9 { isWrong = true }
      return Int64(digit)
    }
    @inline(__always) func two(_ index: Int) -> Int64 { digit(index) * 10 + digit(index + 1) }
    value = (two(0) * 100 + two(2), two(5), two(8), two(11), two(14), two(17))
    let isPunctuated =
      unsafe start[4] == UInt8(ascii: "-") && start[7] == UInt8(ascii: "-")
      && start[10] == UInt8(ascii: "T") && start[13] == UInt8(ascii: ":")
      && start[16] == UInt8(ascii: ":") && start[19] == UInt8(ascii: "Z")
    guard !isWrong, isPunctuated, (1...12).contains(value.1), (1...28).contains(value.2),
      value.3 < 24, value.4 < 60, value.5 < 60
    else { return nil }
    // The days since 1970 by the civil calendar, with years that start in March.
    let year = value.1 <= 2 ? value.0 - 1 : value.0
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let month = value.1 > 2 ? value.1 - 3 : value.1 + 9
    let dayOfYear = (153 * month + 2) / 5 + value.2 - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    return (((days * 24 + value.3) * 60 + value.4) * 60 + value.5) * 1000
  }

  /// Returns the 0-based index of the case of the enumeration that the text of `node` spells.
  @inline(__always)
  func caseIndex(of id: EnumerationID, _ node: JSONNode) -> Int? {
    let content = contentRange(node)
    let enumeration = table.enumerations[id.index]
    for position in enumeration.spellings
    where isName(table.spellings[position].name, at: content) {
      return table.spellings[position].index
    }
    // What is written with escapes is looked at as text.
    if case .plainString = node.form { return enumeration.otherwise }
    return table.schema[id].index(ofSpelling: string(node))
  }

  /// Returns whether the name at `name` in the table of names stands at `content` of the text.
  @inline(__always)
  func isName(_ name: Range<Int>, at content: Range<Int>) -> Bool {
    guard name.count == content.count else { return false }
    // Without what else there is in `self`, which closures would get a copy of.
    let written = unsafe text + content.lowerBound
    return unsafe table.names.withUnsafeBufferPointer { names in
      guard let base = names.baseAddress else { return false }
      return unsafe byte_scan_is_equal(base + name.lowerBound, written, name.count) != 0
    }
  }

  /// Adds a row for a value without parts in the slow way, or says why there is none.
  @inline(never)
  mutating func shredScalar(_ node: JSONNode, _ shape: Shape, into column: inout Column) {
    switch scalar(node, shape) {
    case .success(let value): column.append(Cell(.value(value)), pools: &pools)
    case .failure(let problem): refuse(node, shape, problem.text, &column)
    }
  }

  /// Returns the value that `node` writes.
  func scalar(_ node: JSONNode, _ shape: Shape) -> Result<Value, Misfit> {
    let isText = node.form == .plainString || node.form == .escapedString
    let text = string(node)
    do throws(ValueError) {
      switch shape.kind {
      case .bit where node.form == .true: return .success(.bool(true))
      case .bit where node.form == .false: return .success(.bool(false))
      case .float where node.form == .number:
        guard let number = Double(text), number.isFinite else {
          return .failure(Misfit("`\(clippedText(node))` is out of the range of a Float"))
        }
        return .success(.float(number))
      case .duration where isText: return .success(.duration(try PolicyDuration.parse(text)))
      case .timestamp where isText: return .success(.timestamp(try Timestamp.parse(text)))
      case .byteCount where isText: return .success(.bytes(try ByteCount.parse(text)))
      case .byteCount where node.form == .number:
        guard let number = integer(node), number >= 0 else {
          return .failure(Misfit("`\(clippedText(node))` is no number of bytes"))
        }
        return .success(.bytes(ByteCount(bytes: number)))
      case .arn where isText: return .success(.arn(try Arn.parse(text)))
      case .cases(let id), .pooledCases(let id):
        guard isText || node.form == .number else { break }
        guard let index = table.schema[id].index(ofSpelling: text) else {
          return .failure(Misfit("`\(clippedText(node))` is no case of \(table.schema[id].name)"))
        }
        return .success(.enumeration(id, index))
      case .bit, .integer, .float, .duration, .timestamp, .byteCount, .text, .arn, .parsed,
        .addresses, .ports, .policy, .json, .edge, .list, .set, .map, .structure:
        break
      }
    } catch {
      return .failure(Misfit(error.message))
    }
    if shape.kind.isEdge { return .failure(Misfit("\(misfit(node, shape)): the text of a key")) }
    return .failure(Misfit(misfit(node, shape)))
  }

  /// Returns the value without a schema at `index` of the arena.
  mutating func rawValue(_ index: Int) -> RawValueID {
    let node = node(index)
    switch node.form {
    case .null: return rawValues.insert(.null, origin: nil)
    case .true: return rawValues.insert(.boolean(true), origin: nil)
    case .false: return rawValues.insert(.boolean(false), origin: nil)
    case .number: return rawValues.insert(.number(string(node)), origin: nil)
    case .plainString, .escapedString: return rawValues.insert(.string(string(node)), origin: nil)
    case .array:
      var elements: [RawValueID] = []
      var child = index + 1
      while child < Int(node.end) {
        elements.append(rawValue(child))
        child = Int(self.node(child).end)
      }
      return rawValues.insert(list: elements, origin: nil)
    case .object:
      if isMark(index), let cause = causes(ofMark: index).first {
        return rawValues.insert(.unknown(cause, isComputed: false), origin: nil)
      }
      var members: [(name: String, value: RawValueID)] = []
      var key = index + 1
      while key < Int(node.end) {
        members.append((string(self.node(key)), rawValue(key + 1)))
        key = Int(self.node(key + 1).end)
      }
      return rawValues.insert(object: members, origin: nil)
    }
  }
}

/// Why a value is not what its type says.
struct Misfit: Error {
  /// In a few words.
  let text: String

  /// Creates the reason `text`.
  init(_ text: String) {
    self.text = text
  }
}

extension Shape.Kind {
  /// Whether values are made of values of other shapes.
  var hasParts: Bool {
    switch self {
    case .list, .set, .map, .structure: true
    case .bit, .integer, .float, .duration, .timestamp, .byteCount, .cases, .pooledCases, .text,
      .arn, .parsed, .addresses, .ports, .policy, .json, .edge:
      false
    }
  }

  /// Whether values name nodes.
  var isEdge: Bool {
    if case .edge = self { true } else { false }
  }
}
