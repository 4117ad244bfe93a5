internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Texts.
extension TermEvaluator {
  /// Prints values.
  var printer: ValuePrinter {
    ValuePrinter(schema: schema, graph: graph, rawValues: rawValues, fixtures: fixtures)
  }

  /// Returns the text of the value; of texts, which most are, without making a printer.
  func printed(_ value: Value) -> String {
    if case .string(let text) = value { return text }
    return printer.text(of: value)
  }

  /// Returns the text of `parts`, which is known iff all of them are.
  func text(of parts: [TextPart]) -> Cell {
    var text = ""
    var causes: [Cause] = []
    var origin: SourceRange?
    for part in parts {
      switch part {
      case .literal(let literal): text += literal.text
      case .value(let term):
        let cell = read(term)
        origin = origin ?? cell.origin
        guard case .value(let value) = cell.reading, value.causes.isEmpty else {
          causes += cell.reading.value?.causes ?? cell.withoutValue.reading.causes
          continue
        }
        text += printed(value)
      }
    }
    spend(text.utf8.count / 16)
    if isExhausted { return Cell(.unknown(limits.stepCause)) }
    return Cell(
      causes.isEmpty ? .value(.string(text)) : .unknown(causes.distinct), origin: origin)
  }

  /// Returns the text of a message, in which what is not known is said to be so.
  func message(_ id: TermID) -> String {
    guard case .text(let parts) = program[id] else {
      let cell = read(id)
      return printer.text(of: cell.reading)
    }
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal.text
      case .value(let term):
        let cell = read(term)
        text += nameInstead(of: cell, term) ?? printer.text(of: cell.reading)
      }
    }
    return text
  }

  /// Returns what people call the resource, when `cell` is a key of it that is not known yet.
  private func nameInstead(of cell: Cell, _ term: TermID) -> String? {
    guard case .unknown = cell.reading, case .attribute(let base, let index) = program[term],
      case .value(.resource(let row)) = read(base).reading,
      schema[row.type].attributes[index].key != nil
    else { return nil }
    return graph?.name(of: row)
  }

  func evaluateTextFunction(_ builtin: Builtin, _ arguments: [TermID]) -> Cell {
    let cells = arguments.map { read($0) }
    let origin = cells.lazy.compactMap(\.origin).first
    var causes = cells.filter { $0.reading.value == nil }.flatMap(\.withoutValue.reading.causes)
    let values = cells.compactMap(\.reading.value)
    for value in values { causes += value.causes }
    if !causes.isEmpty { return Cell(.unknown(causes.distinct), origin: origin) }
    if builtin == .toString, let value = values.first {
      return Cell(.value(.string(printer.text(of: value))), origin: origin)
    }
    if builtin == .joined, values.count == 2, case .string(let separator) = values[1] {
      let texts = members(of: cells[0]).elements.compactMap(\.reading.value)
        .map { printer.text(of: $0) }
      let text = texts.joined(separator: separator)
      spend(text.utf8.count / 16)
      return Cell(
        isExhausted ? .unknown(limits.stepCause) : .value(.string(text)), origin: origin)
    }
    let texts = values.compactMap { value -> String? in
      if case .string(let text) = value { text } else { nil }
    }
    guard texts.count == values.count, let text = texts.first else {
      return (cells.first ?? Cell.misplacedAbsence).withoutValue
    }
    spend(text.utf8.count / 16)
    guard let result = TermEvaluator.apply(builtin, to: text, texts.dropFirst().first) else {
      return Cell.misplacedAbsence
    }
    return Cell(.value(result), origin: origin)
  }

  /// Returns the result of a function of one or two texts.
  private static func apply(_ builtin: Builtin, to text: String, _ other: String?) -> Value? {
    switch builtin {
    case .length: return .int(Int64(text.unicodeScalars.count))
    case .lowercased: return .string(text.lowercased())
    case .uppercased: return .string(text.uppercased())
    case .trimmed: return .string(text.trimmed)
    case .startsWith: return other.map { .bool(text.utf8.starts(with: $0.utf8)) }
    case .endsWith:
      return other.map { .bool(text.utf8.reversed().starts(with: $0.utf8.reversed())) }
    case .contains: return other.map { .bool(text.occurrence(of: $0, from: 0) != nil) }
    case .split:
      return other.map { separator in
        .list(Collection(text.parts(between: separator).map { Cell(.value(.string($0))) }))
      }
    default: return nil
    }
  }
}

extension String {
  /// The text without the white space at its ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Returns the 0-based UTF-8 offset of the first `other` at or after `start`, or `nil` if there
  /// is none.
  ///
  /// - Complexity: O(*n* + *m*), by Knuth, Morris and Pratt.
  fileprivate func occurrence(of other: String, from start: Int) -> Int? {
    let (text, wanted) = (Array(utf8), Array(other.utf8))
    return String.occurrences(of: wanted, in: text, limit: 1, from: start).first
  }

  /// Returns the parts of the text before, between and after each `separator`.
  fileprivate func parts(between separator: String) -> [String] {
    guard !separator.isEmpty else { return [self] }
    let (text, wanted) = (Array(utf8), Array(separator.utf8))
    var parts: [String] = []
    var start = 0
    for place in String.occurrences(of: wanted, in: text, limit: .max, from: 0) {
      parts.append(String(decoding: text[start..<place], as: UTF8.self))
      start = place + wanted.count
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }

  /// Returns the offsets of the first `limit` places at which `wanted` stands in `text`, which do
  /// not overlap.
  private static func occurrences(
    of wanted: [UInt8], in text: [UInt8], limit: Int, from start: Int
  ) -> [Int] {
    guard !wanted.isEmpty else { return [start] }
    // For each prefix of `wanted`, the length of its longest proper prefix that also ends it.
    var borders = [0]
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = borders[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      borders.append(length)
    }
    var places: [Int] = []
    var matched = 0
    for index in text.indices.dropFirst(start) {
      while matched > 0, text[index] != wanted[matched] { matched = borders[matched - 1] }
      if text[index] == wanted[matched] { matched += 1 }
      if matched == wanted.count {
        places.append(index + 1 - matched)
        if places.count == limit { break }
        matched = 0
      }
    }
    return places
  }
}
