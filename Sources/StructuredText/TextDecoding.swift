/// Turns the encodings in which tools write JSON into UTF-8.
package enum TextDecoding {
  /// Returns `bytes` in UTF-8 without a byte order mark.
  ///
  /// The encoding is told by the mark, or by where the zero bytes stand beside a first `{` or `[`.
  ///
  /// - Throws: a `TextDecodingError` when the bytes are ill-formed or in UTF-32.
  package static func utf8(from bytes: [UInt8]) throws(TextDecodingError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .utf32
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, from: 2, isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, from: 2, isBigEndian: true) }
    if bytes.count >= 4, isOpening(bytes[0]), bytes[1...3].allSatisfy({ $0 == 0 }) { throw .utf32 }
    if bytes.count >= 4, isOpening(bytes[3]), bytes[0...2].allSatisfy({ $0 == 0 }) { throw .utf32 }
    if bytes.count >= 2, isOpening(bytes[0]), bytes[1] == 0 {
      return try utf16(bytes, from: 0, isBigEndian: false)
    }
    if bytes.count >= 2, bytes[0] == 0, isOpening(bytes[1]) {
      return try utf16(bytes, from: 0, isBigEndian: true)
    }
    if let offset = WellFormedUTF8.firstIllFormed(in: bytes) {
      throw .illFormedUTF8(offset: offset)
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }

  /// Returns whether `bytes` start unlike JSON in UTF-8 without a byte order mark.
  package static func isNeeded(for bytes: [UInt8]) -> Bool {
    bytes.prefix(2).contains(0) || bytes.first.map { $0 >= 0xEF } == true
  }

  /// Returns `true` iff `byte` opens a JSON container.
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// Returns in UTF-8 the UTF-16 that starts at `start`.
  private static func utf16(
    _ bytes: [UInt8], from start: Int, isBigEndian: Bool
  ) throws(TextDecodingError) -> [UInt8] {
    guard bytes.count % 2 == 0 else { throw .illFormedUTF16(offset: bytes.count - 1) }
    func unit(at index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    var index = start
    while index < bytes.count {
      let high = unit(at: index)
      if high >> 11 != 0x1B {
        WellFormedUTF8.append(high, to: &result)
        index += 2
        continue
      }
      guard high >> 10 == 0x36, index + 2 < bytes.count, unit(at: index + 2) >> 10 == 0x37 else {
        throw .illFormedUTF16(offset: index)
      }
      let low = unit(at: index + 2)
      WellFormedUTF8.append(0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF), to: &result)
      index += 4
    }
    return result
  }
}
