import SourceText
import Testing

struct CountedTests {
  @Test func onlyOneIsSingular() {
    let texts = [0, 1, 2, 21].map { $0.counted("file") }
    #expect(texts == ["0 files", "1 file", "2 files", "21 files"])
  }
}
