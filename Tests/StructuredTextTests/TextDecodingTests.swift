import StructuredText
import Testing

/// How the encodings in which tools write JSON become UTF-8.
struct TextDecodingTests {
  @Test(arguments: ["{\"a\":\"é😀\"}", "[1]", "{}"], [true, false])
  func utf16IsReadWithAndWithoutAMark(_ text: String, _ isBigEndian: Bool) throws {
    let units = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    #expect(try TextDecoding.utf8(from: units) == Array(text.utf8))
    #expect(try TextDecoding.utf8(from: mark + units) == Array(text.utf8))
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
}
