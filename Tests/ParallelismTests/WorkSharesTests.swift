import Parallelism
import Testing

/// Items are shared out so that neighbours stay together and nobody is idle.
struct WorkSharesTests {
  @Test func eachThreadHasARunOfNeighbours() {
    var shares = WorkShares(of: 10, threads: 2)
    #expect((0..<5).map { _ in shares.next(for: 0) } == [0, 1, 2, 3, 4])
    #expect((0..<5).map { _ in shares.next(for: 1) } == [5, 6, 7, 8, 9])
    #expect(shares.next(for: 0) == nil && shares.next(for: 1) == nil)
  }

  @Test func whoIsDoneTakesTheSecondHalfOfWhatAnotherHasLeft() {
    var shares = WorkShares(of: 12, threads: 3)
    #expect((0..<4).map { _ in shares.next(for: 2) } == [8, 9, 10, 11])
    #expect((0..<3).map { _ in shares.next(for: 2) } == [2, 3, 6])
    #expect((0..<3).map { _ in shares.next(for: 0) } == [0, 1, 5])
    #expect((0..<2).map { _ in shares.next(for: 1) } == [4, 7])
    #expect((0..<3).allSatisfy { shares.next(for: $0) == nil })
  }

  @Test func oneThreadThatNeverComesHoldsUpNothing() {
    var shares = WorkShares(of: 7, threads: 4)
    var items: [Int] = []
    while let item = shares.next(for: 3) { items.append(item) }
    #expect(items.sorted() == Array(0..<7))
  }

  @Test func thereMayBeFewerItemsThanThreads() {
    var shares = WorkShares(of: 1, threads: 3)
    #expect(shares.next(for: 0) == 0)
    #expect((0..<3).allSatisfy { shares.next(for: $0) == nil })
  }
}
