import Parallelism
import Testing

/// Work on several threads gives what work on one does.
struct ConcurrentWorkTests {
  @Test(arguments: [1, 2, 3, 7, 64])
  func resultsAreInTheOrderOfTheItems(jobs: Int) {
    for count in [0, 1, 2, 3, 10, 1000] {
      let results = ConcurrentWork.map(count, jobs: jobs) { $0 * $0 }
      #expect(results == (0..<count).map { $0 * $0 })
    }
  }

  @Test func anItemThatTakesLongDoesNotHoldUpTheOthers() {
    let results = ConcurrentWork.map(100, jobs: 2) { item in
      var sum = item
      for number in 0..<(item == 0 ? 200_000 : 10) { sum = (sum &* 31 &+ number) % 1009 }
      return sum
    }
    let alone = ConcurrentWork.map(100, jobs: 1) { item in
      var sum = item
      for number in 0..<(item == 0 ? 200_000 : 10) { sum = (sum &* 31 &+ number) % 1009 }
      return sum
    }
    #expect(results == alone)
  }

  @Test func bothPartsOfWorkAreDone() {
    for jobs in [1, 2] {
      let (main, other) = ConcurrentWork.both(jobs: jobs) {
        "main"
      } beside: {
        "other"
      }
      #expect(main == "main" && other == "other")
    }
  }

  @Test(arguments: [1, 2, 5])
  func resultsAreAddedOnceEach(jobs: Int) {
    let sums = ConcurrentWork.collect(
      100, jobs: jobs, into: { [Int](repeating: 0, count: 100) }, worker: { 0 },
      { index, calls in
        calls += 1
        return index * index
      },
      by: { index, square, sums in sums[index] += square })
    #expect(sums == (0..<100).map { $0 * $0 })
    let nothing = ConcurrentWork.collect(
      0, jobs: jobs, into: { "start" }, worker: {}, { index, _ in index }, by: { $2 += "\($1)" })
    #expect(nothing == "start")
  }
}
