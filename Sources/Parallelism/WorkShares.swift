/// Which of some numbered items are still to be done by which of several threads.
///
/// Each thread has a run of neighbours, so that what it learns of one item serves the next, and takes
/// half of what another has left when its own run is done.
package struct WorkShares {
  private var runs: [Range<Int>]

  /// Creates equal shares of the items below `count` for `threads` threads.
  package init(of count: Int, threads: Int) {
    runs = (0..<threads).map { thread in
      count * thread / threads..<count * (thread + 1) / threads
    }
  }

  /// Returns the next item for the thread with the 0-based number `thread`, or `nil` when there are
  /// no more.
  package mutating func next(for thread: Int) -> Int? {
    if runs[thread].isEmpty {
      var longest = thread
      for other in runs.indices where runs[other].count > runs[longest].count { longest = other }
      let run = runs[longest]
      guard !run.isEmpty else { return nil }
      let middle = run.upperBound - (run.count + 1) / 2
      runs[thread] = middle..<run.upperBound
      runs[longest] = run.lowerBound..<middle
    }
    let item = runs[thread].lowerBound
    runs[thread] = item + 1..<runs[thread].upperBound
    return item
  }
}
