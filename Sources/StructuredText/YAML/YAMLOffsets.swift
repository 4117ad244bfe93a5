internal import SourceText

/// Where the bytes of a scalar's text come from.
enum YAMLOffsets {
  /// Returns the offset in the file of each byte of the text of `scalar`, and of its end.
  static func table(of scalar: YAMLScalar) -> [UInt32] {
    let text = Array(scalar.text.utf8)
    let source = scalar.source
    var offsets: [UInt32]
    switch scalar.style {
    case .plain:
      offsets = unfolded(source, quote: nil)
    case .singleQuoted, .doubleQuoted:
      offsets = unfolded(source.dropFirst().dropLast(), quote: source.first)
    case .literal:
      offsets = lines(source, text)
    case .folded:
      offsets = aligned(source, text)
    }
    // A scalar always has an offset for each byte and its end, even if the walk was too short.
    let end = offsets.last ?? scalar.range.lower
    while offsets.count <= text.count { offsets.append(end) }
    return Array(offsets.prefix(text.count + 1))
  }

  /// Returns the offsets of a plain or quoted scalar with the content `source`: escapes are
  /// undone, and line breaks folded with the blanks around them.
  private static func unfolded(_ source: ArraySlice<UInt8>, quote: UInt8?) -> [UInt32] {
    var offsets: [UInt32] = []
    offsets.reserveCapacity(source.count + 1)
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      if isBlank(byte) || isBreak(byte) {
        let (breaks, end) = whitespace(at: index, of: source)
        let blanks = (index..<end).map { UInt32($0) }
        let kept = breaks.count > 1 ? breaks.dropFirst() : breaks[...]
        offsets += breaks.isEmpty ? blanks : Array(kept)
        index = end
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index = appendEscape(at: index, of: source, to: &offsets)
      } else {
        offsets.append(UInt32(index))
        let isPair = byte == UInt8(ascii: "'") && quote == byte
        index += isPair ? 2 : 1
      }
    }
    offsets.append(UInt32(source.endIndex))
    return offsets
  }

  /// Appends the offsets of the escape at `index`, and returns the index past it.
  private static func appendEscape(
    at index: Int, of source: ArraySlice<UInt8>, to offsets: inout [UInt32]
  ) -> Int {
    guard index + 1 < source.endIndex else { return source.endIndex }
    let letter = source[index + 1]
    if isBreak(letter) {
      // The break is undone with the blanks after it; empty lines after it stay.
      let (breaks, end) = whitespace(at: index + 1, of: source)
      offsets += breaks.dropFirst()
      return end
    }
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: digits = 0
    }
    let end = Swift.min(index + 2 + digits, source.endIndex)
    var value: UInt32 = 0
    for digit in source[index + 2..<end] {
      value = value << 4 | (JSONEscapes.hexadecimal(digit) ?? 0)
    }
    switch letter {
    case UInt8(ascii: "N"), UInt8(ascii: "_"): value = 0xA0
    case UInt8(ascii: "L"), UInt8(ascii: "P"): value = 0x2028
    default: break
    }
    let count = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    offsets += Array(repeating: UInt32(index), count: count)
    return end
  }

  /// Returns the offsets of a literal scalar: its lines are those of `text`, indented.
  private static func lines(_ source: ArraySlice<UInt8>, _ text: [UInt8]) -> [UInt32] {
    var offsets: [UInt32] = []
    offsets.reserveCapacity(text.count + 1)
    let content = afterHeader(source).lines()
    let decoded = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    // All lines are indented alike, so any line with text tells by how much.
    let indent = zip(content, decoded).first { !$0.1.isEmpty }.map { $0.0.count - $0.1.count } ?? 0
    for (position, line) in decoded.enumerated() {
      guard position < content.count else { break }
      let start = content[position].startIndex + Swift.min(indent, content[position].count)
      for column in 0..<line.count { offsets.append(UInt32(start + column)) }
      offsets.append(UInt32(start + line.count))
    }
    return offsets
  }

  /// Returns the offsets of a folded scalar: what is not white space stands in `source` in the same
  /// order as in `text`.
  private static func aligned(_ source: ArraySlice<UInt8>, _ text: [UInt8]) -> [UInt32] {
    let content = afterHeader(source)
    var offsets: [UInt32] = []
    var index = content.startIndex
    for byte in text {
      let isWhite = isBlank(byte) || isBreak(byte)
      while !isWhite, index < content.endIndex, content[index] != byte { index += 1 }
      offsets.append(UInt32(index))
      if index < content.endIndex, content[index] == byte { index += 1 }
    }
    offsets.append(UInt32(index))
    return offsets
  }

  /// Returns the lines of the block scalar `source` after the one with its `|` or `>`.
  private static func afterHeader(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = source.firstIndex(where: isBreak) else { return source[source.endIndex...] }
    let isPair = source[end] == 0x0D && end + 1 < source.endIndex && source[end + 1] == 0x0A
    return source[(end + (isPair ? 2 : 1))...]
  }

  /// Returns the offsets of the line breaks in the white space at `index`, and its end.
  private static func whitespace(
    at index: Int, of source: ArraySlice<UInt8>
  ) -> (breaks: [UInt32], end: Int) {
    var breaks: [UInt32] = []
    var end = index
    while end < source.endIndex, isBlank(source[end]) || isBreak(source[end]) {
      let isPair = source[end] == 0x0A && end > index && source[end - 1] == 0x0D
      if isBreak(source[end]), !isPair { breaks.append(UInt32(end)) }
      end += 1
    }
    return (breaks, end)
  }

  /// Returns `true` iff `byte` is a space or a tab.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Returns `true` iff `byte` ends a line.
  fileprivate static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension ArraySlice<UInt8> {
  /// Returns the lines of `self` without their breaks.
  fileprivate func lines() -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      guard YAMLOffsets.isBreak(self[index]) else {
        index += 1
        continue
      }
      result.append(self[start..<index])
      let isPair = self[index] == 0x0D && index + 1 < endIndex && self[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    result.append(self[start...])
    return result
  }
}
