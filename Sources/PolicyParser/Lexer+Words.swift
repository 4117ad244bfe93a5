internal import Diagnostics
internal import PolicySyntax

/// Words and numbers.
extension Lexer {
  /// Whether a word starts at the next byte.
  var startsWord: Bool {
    let byte = peek()
    if Byte.isLetter(byte) { return true }
    if byte == Byte.underscore {
      return Byte.isLower(peek(1)) || Byte.isUpper(peek(1))
        || foreignLetterLength(at: offset + 1) > 0
    }
    return foreignLetterLength(at: offset) > 0
  }

  /// Returns the number of bytes of the letter at `offset` that is not of ASCII, or 0.
  private func foreignLetterLength(at offset: Int) -> Int {
    guard offset < end, Byte.isForeign(tree.text[offset]),
      let (scalar, length) = WellFormed.scalar(in: tree.text, at: offset),
      WellFormed.looksLikeLetter(scalar)
    else { return 0 }
    return length
  }

  /// Reads a word.
  mutating func readWord() {
    let lower = offset
    let isType = Byte.isUpper(peek())
    skipWord()
    if offset < end, Byte.isForeign(peek()) { skipForeignWord(from: lower) }
    if isType { return add(.typeWord, from: lower) }
    let keyword = keyword(from: lower)
    guard let keyword, keyword.isReserved, !isAfterDot else {
      return add(.word, from: lower, keyword: keyword)
    }
    add(.keyword, from: lower, keyword: keyword)
  }

  /// Goes past the rest of a word in which another letter than those of ASCII may be next, and
  /// reports it if one is.
  private mutating func skipForeignWord(from lower: Int) {
    var isForeign = false
    while true {
      let length = foreignLetterLength(at: offset)
      if length == 0 { break }
      isForeign = true
      offset += length
      skipWord()
    }
    guard isForeign else { return }
    diagnostics.insert(.nonASCIIName(spelling(from: lower), at: range(lower, offset)))
  }

  /// Reads a number, a duration, a size or a timestamp.
  mutating func readNumber() {
    let lower = offset
    if let length = timestampLength {
      offset += length
      guard !startsWord else { return readWrongNumber(from: lower) }
      return add(.timestamp, from: lower)
    }
    skipDigits()
    if peek() == Byte.dot, Byte.isDigit(peek(1)) {
      offset += 1
      skipDigits()
      guard !startsWord else { return readWrongNumber(from: lower) }
      return addNumber(.float, from: lower)
    }
    guard startsWord else { return addNumber(.integer, from: lower) }
    while Byte.isWordPart(peek()) { offset += 1 }
    guard let kind = Units.kind(of: tree.text[lower..<offset]), !startsWord else {
      return readWrongNumber(from: lower)
    }
    add(kind, from: lower)
  }

  private mutating func skipDigits() {
    while Byte.isDigit(peek()) || peek() == Byte.underscore { offset += 1 }
  }

  /// Adds the number that starts at `lower`, and reports it if it is not written as numbers are.
  private mutating func addNumber(_ kind: Token.Kind, from lower: Int) {
    add(kind, from: lower)
    let text = spelling(from: lower)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.split(separator: "_").joined(separator: "_")
    }
    let whole = parts[0].drop { $0 == "0" || $0 == "_" }
    let meant = ([whole.isEmpty ? "0" : String(whole)] + parts.dropFirst()).joined(separator: ".")
    guard meant != text else { return }
    diagnostics.insert(.malformedNumber(text, meant: meant, at: range(lower, offset)))
  }

  /// Reads the rest of a number with a unit that there is not.
  private mutating func readWrongNumber(from lower: Int) {
    while offset < end {
      let length = Byte.isWordPart(peek()) ? 1 : foreignLetterLength(at: offset)
      if length == 0 { break }
      offset += length
    }
    add(.unrecognized, from: lower)
    diagnostics.insert(
      .unknownUnit(spelling(from: lower), units: Units.all, at: range(lower, offset)))
  }

  /// The number of bytes of the timestamp at the next byte, if there is one.
  private var timestampLength: Int? {
    guard peek(4) == Byte.minus, matches("dddd-dd-dd", at: 0), !Byte.isDigit(peek(10)) else {
      return nil
    }
    guard peek(10) == Byte.upperT, matches("dd:dd", at: 11) else { return 10 }
    var length = 16
    if matches(":dd", at: length) {
      length += 3
      if peek(length) == Byte.dot, Byte.isDigit(peek(length + 1)) {
        length += 1
        while Byte.isDigit(peek(length)) { length += 1 }
      }
    }
    if peek(length) == Byte.upperZ { return length + 1 }
    if matches("+dd:dd", at: length) || matches("-dd:dd", at: length) { return length + 6 }
    return 10
  }

  /// Returns whether the bytes from `distance` on are as in `pattern`, in which `d` is a digit.
  private func matches(_ pattern: String, at distance: Int) -> Bool {
    pattern.utf8.enumerated().allSatisfy { index, wanted in
      let byte = peek(distance + index)
      return wanted == 0x64 ? Byte.isDigit(byte) : byte == wanted
    }
  }
}
