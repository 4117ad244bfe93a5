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
}
