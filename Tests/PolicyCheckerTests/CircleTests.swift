import Diagnostics
import TestSupport
import Testing

/// Functions that lead back to themselves, against asking of each which it reaches.
@Suite struct CircleTests {
  /// Returns whether each function reaches each other one in one call or more.
  private static func reached(_ calls: [[Int]]) -> [[Bool]] {
    var reached = calls.map { own in calls.indices.map { own.contains($0) } }
    for middle in calls.indices {
      for from in calls.indices where reached[from][middle] {
        for to in calls.indices where reached[middle][to] { reached[from][to] = true }
      }
    }
    return reached
  }

  @Test(arguments: 0..<40) func eachCircleIsToldAtItsFirstFunction(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = 12
    let calls = (0..<count).map { _ in
      (0..<random.next() % 3).map { _ in Int(random.next() % UInt64(count)) }
    }
    let text = calls.enumerated().map { index, others in
      "fn f\(index)(x: Int) -> Int = "
        + (["x"] + others.map { "f\($0)(x)" }).joined(separator: " + ")
    }
    let reached = Self.reached(calls)
    let firsts = calls.indices.filter { index in
      reached[index][index]
        && !(0..<index).contains { reached[index][$0] && reached[$0][index] }
    }
    let policy = CheckedPolicy(Array(text.joined(separator: "\n").utf8))
    #expect(
      policy.diagnostics.elements.map(\.message)
        == firsts.map { "the function `f\($0)` calls itself, directly or through others" })
    #expect(policy.diagnostics.elements.allSatisfy { $0.id == .recursiveFunction })
  }

  @Test(arguments: [
    (
      "a: demo.S1  b: demo.S2", "a: demo.S2", "a: demo.S3", "a: demo.S0  b: demo.S1",
      "`demo.S2`, `demo.S3`"
    ),
    ("a: demo.S1  b: demo.S3", "a: demo.S2", "a: demo.S0", "a: demo.S2", "`demo.S1`, `demo.S2`"),
  ])
  func aStructureIsToldWithTheShortestWayBackToIt(
    _ first: String, _ second: String, _ third: String, _ fourth: String, _ way: String
  ) {
    let text = [first, second, third, fourth].enumerated().map { index, fields in
      "struct demo.S\(index) { \(fields) }"
    }
    let policy = CheckedPolicy(Array(text.joined(separator: "\n").utf8))
    #expect(
      policy.diagnostics.elements.map(\.message) == [
        "the struct `demo.S0` holds itself, through \(way)"
      ])
  }
}
