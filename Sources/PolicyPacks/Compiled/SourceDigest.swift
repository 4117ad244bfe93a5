/// A digest by which one notices that texts are not those that something was made of.
///
/// It guards against mistakes, not against forgery: whoever can change the one can change the other.
struct SourceDigest {
  /// The digest of what was taken in.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Takes in one number.
  mutating func combine(_ word: UInt64) {
    value = (value ^ word) &* SourceDigest.factor
    value ^= value >> 29
  }

  /// Takes in the number of `bytes` and all of them, sixteen at a time.
  mutating func combine(_ bytes: UnsafeBufferPointer<UInt8>) {
    combine(UInt64(bytes.count))
    let words = UnsafeRawBufferPointer(bytes)
    var index = 0
    while words.count - index >= 16 {
      let first = unsafe words.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = unsafe words.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
      let product = (value ^ UInt64(littleEndian: first)).multipliedFullWidth(
        by: SourceDigest.factor ^ UInt64(littleEndian: second))
      value = product.high ^ product.low
      index += 16
    }
    while index < words.count {
      combine(unsafe UInt64(words[index]))
      index += 1
    }
  }
}
