/// A number that identifies some texts, the same on every machine.
///
/// It is 64-bit FNV-1a: no protection against people who want collisions, who could only confuse
/// the reports of their own resources.
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds `text`, so that no two different sequences of texts come to the same bytes.
  mutating func combine(_ text: String) {
    let bytes = text.utf8.span
    for index in bytes.indices { combine(bytes[index]) }
    // No byte of UTF-8 is 0xFF.
    combine(0xFF)
  }

  private mutating func combine(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The number in 16 hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
