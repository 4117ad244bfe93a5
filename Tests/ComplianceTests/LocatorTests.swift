import Compliance
import SourceText
import TestSupport
import Testing

/// Lines and columns are the same for whoever looks up many as for one at a time.
@Suite struct LocatorTests {
  @Test(arguments: ["", "\n", "\r\n"]) func placesAreTheSameInAnyOrder(lineBreak: String) {
    var random = SeededRandom(seed: 7)
    let words = ["plain text ", "é", "日本", "🙂 and more ", lineBreak]
    var text = ""
    while text.utf8.count < 40_000 {
      text += words[Int.random(in: 0..<words.count, using: &random)]
    }
    var sources = SourceMap()
    let bytes = Array(text.utf8)
    let file = sources.insert(SourceFile(name: "long.json", bytes: bytes))
    var locator = Locator(sources)
    // The last one first, then any, then the first.
    let offsets =
      [bytes.count] + (0..<200).map { _ in Int.random(in: 0...bytes.count, using: &random) } + [0]
    for offset in offsets.map({ UInt32($0) }) {
      let range = SourceRange(file: file, lower: offset, upper: offset)
      #expect(locator.location(of: range) == sources.location(of: range), "\(offset)")
    }
  }
}
