/// The characters that change the direction in which a line is shown, so that it reads otherwise
/// than it runs.
package enum BidirectionalControl {
  /// A control and where it stands.
  package struct Occurrence: Hashable, Sendable {
    /// The character.
    package let scalar: Unicode.Scalar

    /// Its 0-based UTF-8 offsets.
    package let offsets: Range<Int>
  }

  /// Returns `true` iff `scalar` has Unicode's property `Bidi_Control`.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Returns the bidirectional controls in `bytes`, a text in UTF-8, in order.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func occurrences(in bytes: [UInt8]) -> [Occurrence] {
    var result: [Occurrence] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte == 0xD8 ? 2 : byte == 0xE2 ? 3 : 1
      guard length > 1, index + length <= bytes.count else {
        index += 1
        continue
      }
      var value = UInt32(byte) & (length == 2 ? 0x1F : 0x0F)
      for next in bytes[index + 1..<index + length] { value = value << 6 | UInt32(next) & 0x3F }
      if let scalar = Unicode.Scalar(value), contains(scalar) {
        result.append(Occurrence(scalar: scalar, offsets: index..<index + length))
      }
      index += 1
    }
    return result
  }
}
