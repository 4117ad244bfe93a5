internal import Dispatch
internal import Synchronization

/// Work on numbered items, several at a time.
///
/// Threads, and not tasks, because an asynchronous `main` would add milliseconds to every start of
/// the static program.
package enum ConcurrentWork {
  /// Returns what `main` returns, and what `other` returns, which is done in another thread meanwhile
  /// if `jobs` is more than 1.
  package static func both<Main, Other: Sendable>(
    jobs: Int, _ main: () -> Main, beside other: @escaping @Sendable () -> Other
  ) -> (Main, Other) {
    guard jobs > 1 else { return (main(), other()) }
    let result = Mutex<Other?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let made = other()
      result.withLock { $0 = made }
    }
    let mine = main()
    group.wait()
    return (mine, result.withLock { $0 } ?? other())
  }

  /// Returns the results of `body` for the items below `count`, in their order, made by at most
  /// `jobs` threads at a time.
  package static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, jobs: jobs, worker: { () }, { index, _ in body(index) })
  }

  /// Returns the results of `body` for the items below `count`, in their order, made by at most
  /// `jobs` threads at a time, each of which has a `worker` of its own to work with, and mostly gets
  /// items that are next to each other.
  package static func map<Worker, Result: Sendable>(
    _ count: Int, jobs: Int, worker: @Sendable () -> Worker,
    _ body: @Sendable (Int, inout Worker) -> Result
  ) -> [Result] {
    if max(1, min(jobs, count)) == 1 {
      var own = worker()
      return (0..<count).map { body($0, &own) }
    }
    let results = collect(
      count, jobs: jobs, into: { [Result?](repeating: nil, count: count) }, worker: worker, body,
      by: { index, result, results in results[index] = result })
    return results.compactMap(\.self)
  }

  /// Returns what `start` returns after `collect` has added the results of `body` for the items below
  /// `count`, in any order and each as soon as it is there, made as by `map`.
  package static func collect<Worker, Result: Sendable, Total: Sendable>(
    _ count: Int, jobs: Int, into start: () -> Total, worker: @Sendable () -> Worker,
    _ body: @Sendable (Int, inout Worker) -> Result,
    by collect: @Sendable (Int, Result, inout Total) -> Void
  ) -> Total {
    let threads = max(1, min(jobs, count))
    if threads == 1 {
      var (own, total) = (worker(), start())
      for index in 0..<count { collect(index, body(index, &own), &total) }
      return total
    }
    let shares = Mutex(WorkShares(of: count, threads: threads))
    let total = Mutex(start())
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      guard var index = shares.withLock({ $0.next(for: thread) }) else { return }
      var own = worker()
      while true {
        let result = body(index, &own)
        total.withLock { collect(index, result, &$0) }
        guard let next = shares.withLock({ $0.next(for: thread) }) else { return }
        index = next
      }
    }
    return total.withLock { $0 }
  }
}
