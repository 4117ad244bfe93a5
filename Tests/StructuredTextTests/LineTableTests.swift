import SourceText
import Testing

/// The laws of where lines and characters start.
@Suite struct LineTableTests {
  /// Returns the offsets at which lines of `bytes` start, looked for byte by byte.
  private static func starts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair { starts.append(index + 1) }
    }
    return starts
  }

  @Test(arguments: 0..<200)
  func linesAreThoseThatAreFoundByteByByte(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    // Long stretches without a break, and all ways to write one.
    let words: [[UInt8]] = [
      [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x09], [0xC3, 0xA9],
      Array("a long word, not broken".utf8), Array(repeating: 0x62, count: 150),
    ]
    let bytes = (0..<Int(random.next() % 40)).flatMap { _ in
      words[Int(random.next() % UInt64(words.count))]
    }
    let table = LineTable(bytes)
    let starts = Self.starts(of: bytes)
    #expect(table.count == starts.count)
    for (index, start) in starts.enumerated() {
      #expect(table.offsets(of: index + 1).lowerBound == start)
      #expect(table.line(containing: UInt32(start)) == index + 1)
    }
  }

  @Test(arguments: 0..<100)
  func charactersAreThoseOfTheText(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters: [Unicode.Scalar] = ["a", "é", "€", "😀", "\n"]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int(random.next() % 400) {
      text.append(letters[Int(random.next() % UInt64(letters.count))])
    }
    let file = SourceFile(name: "x", bytes: Array(String(text).utf8))
    #expect(file.characterCount(in: 0..<file.bytes.count) == text.count)
    let half = String(text.prefix(text.count / 2)).utf8.count
    #expect(file.characterCount(in: 0..<half) == text.count / 2)
    #expect(file.characterCount(in: half..<file.bytes.count) == text.count - text.count / 2)
  }
}
