internal import Dispatch
internal import Synchronization

/// Work on numbered items, several at a time.
///
/// Threads, and not tasks, because an asynchronous `main` would add milliseconds to every start of
/// the static program.
enum ConcurrentWork {
  /// Returns the results of `body` for the items below `count`, in their order, made by at most
  /// `jobs` threads at a time.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let next = Mutex(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      while true {
        let index = next.withLock { next in
          next += 1
          return next - 1
        }
        guard index < count else { return }
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
