import StructuredText
import TestSupport
import Testing

/// How the encodings in which tools write JSON become UTF-8.
struct TextDecodingTests {
  @Test(arguments: ["{\"a\":\"é😀\"}", "[1]", "{}"], [true, false])
  func utf16IsReadWithAndWithoutAMark(_ text: String, _ isBigEndian: Bool) throws {
    let units = text.utf16Bytes(isBigEndian: isBigEndian)
    let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    #expect(try TextDecoding.utf8(from: units) == Array(text.utf8))
    #expect(try TextDecoding.utf8(from: mark + units) == Array(text.utf8))
    #expect(TextDecoding.isNeeded(for: units))
    #expect(TextDecoding.isNeeded(for: mark + units))
    #expect(!TextDecoding.isNeeded(for: Array(text.utf8)))
    #expect(TextDecoding.isNeeded(for: Array("\u{FEFF}\(text)".utf8)))
  }

  @Test func utf8IsReadWithAndWithoutAMark() throws {
    #expect(try TextDecoding.utf8(from: Array("é".utf8)) == Array("é".utf8))
    #expect(try TextDecoding.utf8(from: Array("\u{FEFF}é".utf8)) == Array("é".utf8))
    #expect(try TextDecoding.utf8(from: []) == [])
    #expect(try TextDecoding.utf8(from: [0xFF, 0xFE]) == [])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
      ([0x7B, 0, 0, 0], .utf32), ([0, 0, 0, 0x5B], .utf32),
      ([0x61, 0xFF], .illFormedUTF8(offset: 1)),
      ([0xFE, 0xFF, 0], .illFormedUTF16(offset: 2)),
      ([0xFE, 0xFF, 0xD8, 0], .illFormedUTF16(offset: 2)),
      ([0xFE, 0xFF, 0xDC, 0, 0xD8, 0], .illFormedUTF16(offset: 2)),
      ([0xFE, 0xFF, 0xD8, 0, 0, 0x61], .illFormedUTF16(offset: 2)),
    ] as [([UInt8], TextDecodingError)])
  func anythingElseIsRefused(_ bytes: [UInt8], _ expected: TextDecodingError) {
    let error = #expect(throws: TextDecodingError.self) { try TextDecoding.utf8(from: bytes) }
    #expect(error == expected)
  }

  /// Wherever in a long text the byte stands.
  @Test(arguments: [0, 1, 7, 8, 15, 16, 63, 64, 65, 127, 128, 200, 256, 300])
  func theFirstIllFormedByteIsFound(offset: Int) throws {
    for count in [offset + 1, offset + 17, offset + 64, offset + 200] {
      var bytes = [UInt8](repeating: 0x61, count: count)
      #expect(try TextDecoding.utf8(from: bytes) == bytes)
      bytes[offset] = 0x80
      #expect(throws: TextDecodingError.illFormedUTF8(offset: offset)) {
        try TextDecoding.utf8(from: bytes)
      }
      // A character of two bytes is none.
      bytes[offset] = 0xC3
      if offset + 1 < count {
        bytes[offset + 1] = 0xA9
        #expect(try TextDecoding.utf8(from: bytes) == bytes)
      }
    }
  }
}
