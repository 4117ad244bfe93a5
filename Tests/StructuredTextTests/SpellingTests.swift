import SourceText
import TestSupport
import Testing

/// Which name was probably meant.
@Suite struct SpellingTests {
  /// Returns the number of edits by all ways of making them.
  private static func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    var costs: [[Int]] = []
    let (left, right) = (Array(left), Array(right))
    for row in 0...left.count {
      costs.append([])
      for column in 0...right.count {
        var cost = row == 0 ? column : column == 0 ? row : Int.max
        if row > 0, column > 0 {
          cost = min(costs[row - 1][column], costs[row][column - 1]) + 1
          let isSame = left[row - 1] == right[column - 1]
          cost = min(cost, costs[row - 1][column - 1] + (isSame ? 0 : 1))
          if row > 1, column > 1, left[row - 1] == right[column - 2],
            left[row - 2] == right[column - 1]
          {
            cost = min(cost, costs[row - 2][column - 2] + 1)
          }
        }
        costs[row].append(cost)
      }
    }
    return costs[left.count][right.count]
  }

  /// Returns what is nearest by comparing all names in full.
  private static func nearest(to name: String, in candidates: [String]) -> String? {
    let limit = min(2, max(1, name.utf8.count / 3))
    let distances = candidates.filter { $0 != name }.map {
      (name: $0, distance: distance(Array(name.utf8)[...], Array($0.utf8)[...]))
    }
    return distances.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
  }

  @Test(arguments: 0..<20) func theNearestNameIsThatOfComparingAllInFull(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func text(_ random: inout SeededRandom) -> String {
      String((0..<random.next() % 9).map { _ in random.pick(["a", "b", "c"] as [Character]) })
    }
    var count = 0
    for _ in 0..<200 {
      let name = text(&random)
      let candidates = (0..<random.next() % 6).map { _ in text(&random) }
      let wanted = Self.nearest(to: name, in: candidates)
      #expect(Spelling.nearest(to: name, in: candidates) == wanted, "\(name) in \(candidates)")
      if wanted != nil { count += 1 }
    }
    #expect(count > 10)
  }

  @Test func aNameThatNobodySpellsByHandIsNearToNothing() {
    let long = String(repeating: "a", count: 256)
    #expect(Spelling.nearest(to: long, in: [long + "b"]) == long + "b")
    #expect(Spelling.nearest(to: long + "b", in: [long]) == nil)
  }
}
