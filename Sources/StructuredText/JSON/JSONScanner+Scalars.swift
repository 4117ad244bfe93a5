internal import CByteScan

extension JSONScanner {
  /// Reads the string that starts at `position`.
  mutating func readString(isKey: Bool) throws(JSONError) {
    let lower = position
    let end = unsafe byte_scan_special(text, lower &+ 1, limit)
    if end < limit, unsafe text[end] == UInt8(ascii: "\"") {
      position = end &+ 1
      let digest = isKey ? unsafe byte_scan_digest(text + lower + 1, end &- lower &- 1) : 0
      try append(.plainString, from: lower, number: digest, end: isKey ? 0 : nil)
    } else {
      position = end
      try readRestOfString(from: lower, isKey: isKey)
    }
  }

  /// Reads the string that starts at `lower` on from `position`, where there is neither its end nor
  /// a plain ASCII character.
  private mutating func readRestOfString(from lower: Int, isKey: Bool) throws(JSONError) {
    var form = JSONNode.Form.plainString
    while position < limit {
      let byte = peek()
      if byte == UInt8(ascii: "\"") {
        position += 1
        let digest = isKey ? digest(lower..<position, form) : 0
        try append(form, from: lower, number: digest, end: isKey ? 0 : nil)
        return
      } else if byte == UInt8(ascii: "\\") {
        form = .escapedString
        try readEscape()
      } else if byte < 0x20 {
        throw error(.controlCharacterInString(byte), position..<position + 1)
      } else if byte < 0x80 {
        position = unsafe byte_scan_special(text, position, limit)
      } else if let length = lengthOfScalar(at: position) {
        position += length
      } else {
        throw error(.invalidUTF8, position..<position + 1)
      }
    }
    throw error(.unexpectedEnd(.closingQuote), lower..<limit)
  }

  /// Returns the digest of the key at `offsets`, with its quotes.
  private func digest(_ offsets: Range<Int>, _ form: JSONNode.Form) -> UInt32 {
    let inner = offsets.lowerBound + 1..<offsets.upperBound - 1
    guard form == .escapedString else {
      return unsafe byte_scan_digest(text + inner.lowerBound, inner.count)
    }
    return JSONDigest.of(JSONEscapes.decoded(bytes(inner)[...]))
  }

  /// Reads the number that starts at `position`.
  mutating func readNumber() throws(JSONError) {
    let lower = position
    if peek() == UInt8(ascii: "-") { position &+= 1 }
    let first = position
    let isZero = peek() == UInt8(ascii: "0")
    skipDigits()
    if position == first || isZero && position > first &+ 1 {
      throw numberError(from: lower, first)
    }
    let next = peek()
    if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") {
      try readFraction(from: lower)
    }
    try append(.number, from: lower)
  }

  /// Reads the fraction or exponent at `position` of the number that starts at `lower`.
  private mutating func readFraction(from lower: Int) throws(JSONError) {
    if peek() == UInt8(ascii: ".") {
      position += 1
      let first = position
      skipDigits()
      if position == first { throw numberError(from: lower, first) }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      let first = position
      skipDigits()
      if position == first { throw numberError(from: lower, first) }
    }
  }

  /// Returns what is wrong with the number that starts at `lower`, whose digits start at `first`.
  @inline(never)
  private func numberError(from lower: Int, _ first: Int) -> JSONError {
    error(
      .invalidNumber(position == first ? .missingDigits : .leadingZero), lower..<position)
  }

  private mutating func skipDigits() {
    while peek() &- UInt8(ascii: "0") < 10 { position &+= 1 }
  }

  /// Reads `true`, `false` or `null` at `position`, or says what is wrong with the word there.
  mutating func readWord() throws(JSONError) {
    let lower = position
    while isLetter(peek()) { position += 1 }
    let word = bytes(lower..<position)
    if word.elementsEqual("true".utf8) {
      try append(.true, from: lower)
    } else if word.elementsEqual("false".utf8) {
      try append(.false, from: lower)
    } else if word.elementsEqual("null".utf8) {
      try append(.null, from: lower)
    } else {
      let text = String(decoding: word.prefix(40), as: UTF8.self)
      throw error(.unexpectedWord(text), lower..<position)
    }
  }

  /// Reads the escape, or the pair of surrogates, whose backslash is at `position`.
  private mutating func readEscape() throws(JSONError) {
    let lower = position
    position += 1
    guard position < limit else { return }
    guard peek() == UInt8(ascii: "u") else {
      guard JSONEscapes.simple(peek()) != nil else {
        // The range covers the whole character, so that it can be shown.
        let length = lengthOfScalar(at: position) ?? 1
        throw error(.invalidEscape(.unknownLetter), lower..<position + length)
      }
      position += 1
      return
    }
    let unit = try readCodeUnit(from: lower)
    guard unit >> 11 == 0x1B else { return }
    guard unit >> 10 == 0x36, bytes(position..<Swift.min(position + 2, limit)) == [0x5C, 0x75]
    else { throw error(.invalidEscape(.loneSurrogate), lower..<position) }
    let second = position
    position += 1
    guard try readCodeUnit(from: second) >> 10 == 0x37 else {
      throw error(.invalidEscape(.loneSurrogate), lower..<second)
    }
  }

  /// Reads the `u` at `position` and four hexadecimal digits; the backslash is at `lower`.
  private mutating func readCodeUnit(from lower: Int) throws(JSONError) -> UInt32 {
    let digits = bytes(position + 1..<Swift.max(position + 1, Swift.min(position + 5, limit)))
    guard let unit = JSONEscapes.codeUnit(at: 0, of: digits[...]) else {
      throw error(.invalidEscape(.missingDigits), lower..<position + 1)
    }
    position += 5
    return unit
  }

  /// Returns `true` iff `byte` is an ASCII letter.
  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
