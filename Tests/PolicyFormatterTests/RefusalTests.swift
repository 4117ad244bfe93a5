import Diagnostics
import PolicyFormatter
import Testing

struct RefusalTests {
  @Test(arguments: ["rule r {", "rule r { where }", "fn f() -> Int = 1 2", "?", "\u{FF}"])
  func aTextWithMistakesIsRefused(_ text: String) {
    guard case .refused(let problems) = Formatting(text).result else {
      Issue.record("\(text)")
      return
    }
    #expect(problems.containsError)
  }

  @Test
  func bytesThatAreNoTextAreRefused() {
    #expect(!Formatting([0xFF, 0xFE, 0x00]).isSound)
  }

  @Test
  func anEmptyFileIsUnchanged() {
    #expect(Formatting("").isUnchanged)
    #expect(Formatting(" \n\n").text == "")
    #expect(Formatting("// only a comment").text == "// only a comment\n")
  }

  @Test
  func aByteOrderMarkAndCarriageReturnsGo() {
    #expect(
      Formatting("\u{FEFF}enum a.B { C }\r\n\r\n\r\n// c\r\nenum a.D { E }").text
        == "enum a.B { C }\n\n// c\nenum a.D { E }\n")
  }

  @Test(.timeLimit(.minutes(15)))
  func largeAndDeepTextsTakeLinearTime() {
    let elements = (0..<5_000).map { "a.f({x: [\($0)]})" }.joined(separator: ", ")
    #expect(Formatting("fn f() -> [Int] = [\(elements)]").isSound)
    let open = String(repeating: "[", count: 60)
    let close = String(repeating: "]", count: 60)
    let deep = "\(open)a + b + \"\(String(repeating: "x", count: 90))\"\(close)"
    let many = (0..<100).map { "fn f\($0)() -> Int = \(deep)" }.joined(separator: "\n")
    #expect(Formatting(many).isSound)
    let chain = (0..<200).map { "a\($0)" }.joined(separator: " and ")
    #expect(Formatting("fn f() -> Bool = \(chain)").isSound)
  }
}
