/// Where the characters of a text stand in its bytes.
struct CodePointOffsets {
  /// How many characters lie between two known offsets.
  private static let stride = 64

  /// The text, well-formed UTF-8.
  private let bytes: [UInt8]

  /// The 0-based offset of every `stride`th character; empty when all characters are ASCII.
  private var known: [Int] = []

  /// Creates the offsets of `bytes`, which is well-formed UTF-8.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var character = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if character % CodePointOffsets.stride == 0 { known.append(offset) }
      character += 1
    }
  }

  /// Returns the 0-based UTF-8 offset of the 0-based `character`, or the end when there is none.
  func offset(ofCharacter character: Int) -> Int {
    guard !known.isEmpty else { return Swift.min(character, bytes.count) }
    guard character / CodePointOffsets.stride < known.count else { return bytes.count }
    var offset = known[character / CodePointOffsets.stride]
    var left = character % CodePointOffsets.stride
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
