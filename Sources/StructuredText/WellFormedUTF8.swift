internal import CByteScan

/// The byte sequences that are well-formed in UTF-8, by table 3-7 of the Unicode standard.
package enum WellFormedUTF8 {
  /// Returns the number of bytes of the scalar that starts at `index`, or `nil` when the bytes
  /// there are ill-formed.
  ///
  /// - Precondition: `index` is an index of `bytes`.
  package static func length(at index: Int, of bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { unsafe length(at: index, of: $0) }
  }

  /// Returns the number of bytes of the scalar that starts at `index`, or `nil` when the bytes
  /// there are ill-formed.
  ///
  /// - Precondition: `index` is an index of `bytes`.
  static func length(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = unsafe bytes[index]
    if first < 0x80 { return 1 }
    // What the second byte may be keeps out overlong forms, surrogates and what is past U+10FFFF.
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, unsafe second.contains(bytes[index + 1]) else {
      return nil
    }
    for next in index + 2..<index + length where unsafe bytes[next] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// Returns the 0-based offset of the first ill-formed byte of `bytes`, or `nil` when there is
  /// none.
  package static func firstIllFormed(in bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var index = 0
      while true {
        index = unsafe byte_scan_not_ascii(base, index, buffer.count)
        guard index < buffer.count else { return nil }
        guard let length = unsafe length(at: index, of: buffer) else { return index }
        index += length
      }
    }
  }

  /// Appends the UTF-8 of the scalar `value` to `bytes`; of U+FFFD when it is not a scalar.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    bytes.append(contentsOf: scalar.utf8)
  }
}
