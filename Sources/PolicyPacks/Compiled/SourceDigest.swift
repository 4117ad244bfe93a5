/// A digest by which one notices that texts are not those that something was made of.
///
/// It guards against mistakes, not against forgery: whoever can change the one can change the other.
struct SourceDigest {
  /// The digest of what was taken in.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in one number.
  mutating func combine(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// Takes in the number of `bytes` and all of them.
  mutating func combine(_ bytes: [UInt8]) {
    combine(bytes, in: 0..<bytes.count)
  }

  /// Takes in the number of the bytes in `range` and all of them, eight at a time.
  mutating func combine(_ bytes: [UInt8], in range: Range<Int>) {
    combine(UInt64(range.count))
    var index = range.lowerBound
    unsafe bytes.withUnsafeBytes { buffer in
      while range.upperBound - index >= 8 {
        combine(
          UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
    }
    var rest: UInt64 = 0
    while index < range.upperBound {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    combine(rest)
  }
}
