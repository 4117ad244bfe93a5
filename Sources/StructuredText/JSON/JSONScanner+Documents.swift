internal import SourceText

/// Texts that are one value.
extension JSONScanner {
  /// Returns for how many values there should be room to start with in the arena of a text of
  /// `byteCount` bytes.
  static func capacity(for byteCount: Int) -> Int { Swift.max(byteCount / 8, 16) }

  /// Reads the one value that `bytes` hold.
  ///
  /// - Throws: a `JSONError` where the text departs from RFC 8259 or repeats a key.
  mutating func readAll(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    if bytes.count >= 3, unsafe bytes[0] == 0xEF, unsafe bytes[1] == 0xBB,
      unsafe bytes[2] == 0xBF
    {
      throw error(.byteOrderMark, 0..<3)
    }
    var end = unsafe try scan(bytes)
    while end < bytes.count {
      switch unsafe bytes[end] {
      case 0x20, 0x0A, 0x0D, 0x09: end += 1
      default: throw error(.trailingContent, end..<bytes.count)
      }
    }
  }
}
