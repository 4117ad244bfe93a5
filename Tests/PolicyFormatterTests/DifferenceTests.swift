import PolicyFormatter
import Testing

struct DifferenceTests {
  private func render(_ old: String, _ new: String) -> String {
    UnifiedDifference.render(from: Array(old.utf8), to: Array(new.utf8), name: "f")
  }

  @Test
  func equalTextsHaveNone() {
    #expect(render("a\nb\n", "a\nb\n") == "")
  }

  @Test
  func changesHaveThreeLinesAroundThem() {
    let old = (1...12).map { "\($0)\n" }.joined()
    let new = old.replacing("6\n", with: "six\n")
    #expect(
      render(old, new) == """
        --- f
        +++ f
        @@ -3,7 +3,7 @@
         3
         4
         5
        -6
        +six
         7
         8
         9

        """)
  }

  @Test
  func farChangesAreInHunksOfTheirOwn() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing("\n2\n", with: "\n").replacing("28\n", with: "28\nx\n")
    #expect(
      render(old, new) == """
        --- f
        +++ f
        @@ -1,5 +1,4 @@
         1
        -2
         3
         4
         5
        @@ -26,5 +25,6 @@
         26
         27
         28
        +x
         29
         30

        """)
  }

  @Test
  func aMissingLineBreakShows() {
    #expect(
      render("a", "a\n") == """
        --- f
        +++ f
        @@ -1,1 +1,1 @@
        -a
        \\ No newline at end of file
        +a

        """)
    #expect(render("", "a\n") == "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func theStepsMakeTheNewTextOfTheOld(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    func lines() -> [String] {
      (0..<Int.random(in: 0...30, using: &random)).map { _ in
        "\(Int.random(in: 0..<4, using: &random))\n"
      }
    }
    let (old, new) = (lines(), lines())
    let shown = render(old.joined(), new.joined()).split(separator: "\n").dropFirst(2)
      .filter { !$0.hasPrefix("@@") }
    let removed = shown.count { $0.hasPrefix("-") }
    let inserted = shown.count { $0.hasPrefix("+") }
    #expect(old.count - removed == new.count - inserted)
    let common = longestCommon(old, new)
    #expect(removed == old.count - common)
  }

  private func longestCommon(_ old: [String], _ new: [String]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for line in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = line == other ? diagonal + 1 : Swift.max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }

  @Test(.timeLimit(.minutes(15)))
  func textsWithoutCommonLinesAreReplaced() {
    let old = (0..<20_000).map { "a\($0)\n" }.joined()
    let new = (0..<20_000).map { "b\($0)\n" }.joined()
    #expect(render(old, new).utf8.count > old.utf8.count)
  }
}
