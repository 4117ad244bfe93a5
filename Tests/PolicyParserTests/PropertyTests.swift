import Testing

/// A generator of pseudo-random numbers with a seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random texts, which must neither trap nor hang nor lose a byte.
struct PropertyTests {
  private static let pieces =
    [
      "rule r", "fn f", "resource T", "enum E", "map m 's'", "test t", "x", "X", "1", "2d", "\"",
      "'",
      "\"{x", "}\"", "/", "//", "///", "\n", " ", "\\", "é", "😀", "\u{202E}", "2026-01-01", "1..2",
      "for x in xs", "any x in", "severity low", "if", "then", "not in", "is not", "&&", "!", ";",
      "->", "=>",
    ] + ["(", ")", "[", "]", "{", "}", ",", ":", ".", "?.", "??", "=", "==", "<", "*"]

  @Test(arguments: 0..<300)
  func tokenSoupKeepsTheLaws(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var text = seed % 3 == 0 ? "rule r { for x in T require " : ""
    for _ in 0..<Int.random(in: 1...120, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    Laws.checkTree(of: PolicyFile(Array(text.utf8)))
    let yaml = "rules:\n  - rule: r\n    for: x in T\n    require: |\n      "
    let indented = text.replacing("\n", with: "\n      ")
    Laws.checkTree(of: PolicyFile(Array((yaml + indented).utf8), isYAML: true))
  }

  @Test(arguments: CaseFiles.all, 0..<25 as Range<UInt64>)
  func mutatedCasesKeepTheLaws(_ name: String, _ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var bytes = try CaseFiles.read(name)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(UInt8.random(in: 32...126, using: &random), at: index)
      default:
        let end = Swift.min(bytes.count, index + Int.random(in: 0...200, using: &random))
        bytes.insert(
          contentsOf: bytes[index..<end], at: Int.random(in: 0..<index + 1, using: &random))
      }
    }
    Laws.checkTree(of: PolicyFile(bytes, isYAML: name.hasSuffix(".yaml")))
  }
}
