extension JSONParser {
  /// Reads the string that starts at `position`.
  mutating func readString() throws(JSONError) {
    let lower = position
    var form = JSONNode.Form.plainString
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        appendScalar(form, from: lower)
        return
      } else if byte == UInt8(ascii: "\\") {
        form = .escapedString
        try readEscape()
      } else if byte < 0x20 {
        throw error(.controlCharacterInString(byte), position..<position + 1)
      } else if byte < 0x80 {
        position += 1
      } else if let length = WellFormedUTF8.length(at: position, of: bytes) {
        position += length
      } else {
        throw error(.invalidUTF8, position..<position + 1)
      }
    }
    throw error(.unexpectedEnd(.closingQuote), lower..<bytes.count)
  }

  /// Reads the number that starts at `position`.
  mutating func readNumber() throws(JSONError) {
    let lower = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let isZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
    let first = position
    try readDigits(from: lower)
    if isZero, position > first + 1 {
      throw error(.invalidNumber(.leadingZero), lower..<position)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try readDigits(from: lower)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try readDigits(from: lower)
    }
    appendScalar(.number, from: lower)
  }

  /// Reads `true`, `false` or `null` at `position`.
  mutating func readWord() throws(JSONError) {
    let lower = position
    while position < bytes.count, isLetter(bytes[position]) { position += 1 }
    let word = bytes[lower..<position]
    if word.elementsEqual("true".utf8) {
      appendScalar(.true, from: lower)
    } else if word.elementsEqual("false".utf8) {
      appendScalar(.false, from: lower)
    } else if word.elementsEqual("null".utf8) {
      appendScalar(.null, from: lower)
    } else {
      let text = String(decoding: word.prefix(40), as: UTF8.self)
      throw error(.unexpectedWord(text), lower..<position)
    }
  }

  /// Reads one or more digits of the number that starts at `lower`.
  private mutating func readDigits(from lower: Int) throws(JSONError) {
    let first = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    if position == first { throw error(.invalidNumber(.missingDigits), lower..<position) }
  }

  /// Reads the escape, or the pair of surrogates, whose backslash is at `position`.
  private mutating func readEscape() throws(JSONError) {
    let lower = position
    position += 1
    guard position < bytes.count else { return }
    guard bytes[position] == UInt8(ascii: "u") else {
      guard JSONEscapes.simple(bytes[position]) != nil else {
        // The range covers the whole character, so that it can be shown.
        let length = WellFormedUTF8.length(at: position, of: bytes) ?? 1
        throw error(.invalidEscape(.unknownLetter), lower..<position + length)
      }
      position += 1
      return
    }
    let unit = try readCodeUnit(from: lower)
    guard unit >> 11 == 0x1B else { return }
    guard unit >> 10 == 0x36, bytes[position...].starts(with: [0x5C, 0x75]) else {
      throw error(.invalidEscape(.loneSurrogate), lower..<position)
    }
    let second = position
    position += 1
    guard try readCodeUnit(from: second) >> 10 == 0x37 else {
      throw error(.invalidEscape(.loneSurrogate), lower..<second)
    }
  }

  /// Reads the `u` at `position` and four hexadecimal digits; the backslash is at `lower`.
  private mutating func readCodeUnit(from lower: Int) throws(JSONError) -> UInt32 {
    guard let unit = JSONEscapes.codeUnit(at: position + 1, of: bytes[...]) else {
      throw error(.invalidEscape(.missingDigits), lower..<position + 1)
    }
    position += 5
    return unit
  }

  /// Returns `true` iff `byte` is an ASCII letter.
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
