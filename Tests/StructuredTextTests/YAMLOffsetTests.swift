import Diagnostics
import SourceText
import StructuredText
import Testing

/// Where the text of a scalar comes from.
struct YAMLOffsetTests {
  /// Each text has the one scalar that matters as the value of `k`, and marks `X` in it, which must
  /// be found where `X` stands in the file.
  @Test(arguments: [
    "k: a X é X", "é😀: 1\nk: é X", "k: 'it''s X é '' X'", "k: \"é X \\\" X \\n X \\u00e9 X\"",
    "k: \"\\U0001F600 X \\x41 X \\N X \\L X \\_ X \\e X\"", "k: |\n  a X\n   é X\n\n  X",
    "k: |2\n    a X\n  X\n", "k: |-\r\n  a\r\n\r\n  é X\r\n", "k: |+\n\n\n   é X\n     X\n\n\n",
    "k: >\n  a X\n  é X\n\n  X\n", "k: a\n  X é\n\n\n  X",
    "k: \"a  \n  X \\\n   X\n\n  X\\\n\n X\"",
    "k: 'a\n\n   X ''\n X'", "k: |\n  a X  ", "k: | # c X\n a X", "k: \"\\ud7ff X\"",
    "k: \"\\\tX\"",
    "k: |\n \n  \n  X\n   \n  X", "k: \"a\r\n  X\r\n\r\n X\"",
  ])
  func aMarkIsFoundWhereItStands(_ text: String) throws {
    let file = SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    let (root, diagnostics) = YAMLReader.parse(file, id: FileID(index: 0))
    #expect(diagnostics.isEmpty)
    let scalar = try #require(root?.member("k")?.scalar)
    let decoded = Array(scalar.text.utf8)
    let marks = decoded.indices.filter { decoded[$0] == UInt8(ascii: "X") }
    let first = text.utf8.count - text.drop { $0 != "X" }.utf8.count
    #expect(!marks.isEmpty)
    let found = marks.map { Int(scalar.sourceOffset(ofDecodedOffset: $0)) }
    let written = file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "X") }
    #expect(found == Array(written.suffix(marks.count)) && written.count - marks.count < 2)
    #expect(found.first.map { $0 >= first } == true)
    let offsets = scalar.sourceOffsets()
    #expect(offsets.count == decoded.count + 1 && offsets == offsets.sorted())
  }

  @Test func anEscapeIsWhereItsBackslashIs() throws {
    let text = "k: \"a\\u00e9b\""
    let file = SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    let scalar = try #require(YAMLReader.parse(file, id: FileID(index: 0)).0?.member("k")?.scalar)
    #expect(scalar.sourceOffsets() == [4, 5, 5, 11, 12])
    #expect(scalar.sourceOffset(ofDecodedOffset: 99) == 12)
    #expect(scalar.sourceOffset(ofDecodedOffset: -1) == 4)
  }
}
