import SourceText
import StructuredText
import Testing

/// Which texts are JSON, by RFC 8259 and our refusal of repeated keys.
struct JSONConformanceTests {
  static let accepted: [String] = [
    "null", "true", "false", "0", "-0", "7", "-12.50", "1e5", "1E+5", "1e-5", "0.0", "0e0",
    "123456789012345678901234567890", "1e400", "\"\"", "\"a\"", " [ ] ", "\t{\r\n}\n",
    "[1,2,3]", "[[],{},[[]]]", "{\"a\":{\"b\":[{}]}}", "{\"\":1}", "{\"a\":1,\"A\":2}",
    "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\"\\u0000\"", "\"\\uD83D\\uDE00\"",
    "\"\\ud83d\\ude00\"",
    "\"\\uFFFF\\uFDD0\"", "\"é😀\u{7F}\u{2028}\"", "\"\u{10FFFF}\"",
    "{\"e\u{301}\":1,\"\u{E9}\":2}", "[1e+06, -1]",
  ]

  static let refused: [String] = [
    "", " ", "nul", "True", "NaN", "-NaN", "Infinity", "-Infinity", "undefined", "nullx", "01",
    "-01", "00", "+1", ".5", "1.", "1.e3", "1e", "1e+", "-", "--1", "0x10", "1_000", "1 2", "1,",
    "'a'", "\"a", "\"", "\"\\\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\U0041\"",
    "\"\\uD83D\"", "\"\\uDE00\"", "\"\\uD83D\\u0041\"", "\"\\uD83Dx\"", "\"\\uD83D\\\"",
    "\"\\uDE00\\uD83D\"", "\"\n\"", "\"\t\"", "\"\0\"", "[", "]", "[1", "[1,", "[1,]", "[,1]",
    "[1 2]",
    "[1}", "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}",
    "{\"a\" 1}", "{\"a\":}", "{\"a\",1}", "{:1}", "{\"a\":1]", "{,}", "[]]", "{}{}", "null null",
    "// c\n1", "1 // c", "/* c */ 1", "# c\n1", "\u{FEFF}1", "1\u{A0}", "\u{2028}1", "\u{B}1",
    "\u{C}1",
    "1\0", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}", "[{\"x\":{\"k\":0,\"l\":1,\"k\":2}}]",
  ]

  static let illFormed: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE],
  ]

  @Test(arguments: accepted) func aWellFormedTextIsAccepted(_ text: String) throws {
    _ = try parse(text)
  }

  @Test(arguments: refused) func anyOtherTextIsRefused(_ text: String) throws {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    let known = try #require(error)
    #expect(Int(known.range.upper) <= text.utf8.count)
    #expect(!known.message.isEmpty && !known.message.hasSuffix("."))
  }

  @Test(arguments: illFormed) func illFormedUTF8IsRefused(_ bytes: [UInt8]) {
    for text in [bytes, Array("\"".utf8) + bytes + Array("\"".utf8), Array("[1".utf8) + bytes] {
      let error = #expect(throws: JSONError.self) {
        try JSONDocument.parse(bytes: text, file: FileID(index: 0))
      }
      #expect(error?.kind == .invalidUTF8)
    }
  }

  @Test func nestingIsAcceptedUpToItsLimit() throws {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      for depth in [511, 512] {
        let inner = open == "[" ? "" : "1"
        _ = try parse(
          String(repeating: open, count: depth) + inner + String(repeating: close, count: depth))
      }
      let error = #expect(throws: JSONError.self) {
        try parse(String(repeating: open, count: 1_000_000))
      }
      #expect(error?.kind == .tooDeep)
      #expect(error?.range.lower == UInt32(512 * open.utf8.count))
    }
  }

  @Test func aRepeatedKeyNamesBothPlaces() throws {
    for others in [0, 5, 40] {
      let filler = (0..<others).map { "\"k\($0)\":0," }.joined()
      let error = #expect(throws: JSONError.self) {
        try parse("{\"a\":1," + filler + "\"a\":2,\"a\":3}")
      }
      let first = SourceRange(file: FileID(index: 0), lower: 1, upper: 4)
      #expect(error?.kind == .duplicateKey("a", first: first))
      #expect(error?.range.lower == UInt32(7 + filler.utf8.count))
    }
  }

  private func parse(_ text: String) throws -> JSONDocument {
    try JSONDocument.parse(
      SourceFile(name: "test.json", bytes: Array(text.utf8)), id: FileID(index: 0))
  }
}
