import ResourceModel
import SourceText
import Testing

/// Lists of causes have a number each, whatever they have in common.
struct CausePoolTests {
  private static let lists: [[Cause]] = {
    let range = SourceRange(file: FileID(index: 1), lower: 3, upper: 5)
    let one = [
      Cause(.malformed, "a"), Cause(.redacted, "a"), Cause(.malformed, "b"),
      Cause(.malformed, "a", origin: range), Cause(.malformed, "e\u{301}"),
      Cause(.malformed, "\u{e9}"),
    ]
    return one.map { [$0] } + [[one[0], one[1]], [one[1], one[0]], one]
  }()

  @Test func differentListsHaveDifferentNumbers() {
    var pool = CausePool()
    let numbers = CausePoolTests.lists.map { pool.demand($0) }
    #expect(Set(numbers).count == numbers.count)
    #expect(pool.count == numbers.count + 1)
    for (number, list) in zip(numbers, CausePoolTests.lists) { #expect(pool[number] == list) }
  }

  @Test func aListHasItsNumberForGood() {
    var pool = CausePool()
    #expect(pool.demand([]) == 0)
    let numbers = CausePoolTests.lists.map { pool.demand($0) }
    for index in 0..<1000 { _ = pool.demand([Cause(.stale, "\(index)")]) }
    #expect(CausePoolTests.lists.map { pool.demand($0) } == numbers)
    #expect(pool.demand([]) == 0)
    #expect(pool.count == numbers.count + 1001)
  }
}
