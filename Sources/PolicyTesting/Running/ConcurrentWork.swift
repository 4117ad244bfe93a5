/// Work on numbered items, several at a time.
enum ConcurrentWork {
  /// Returns the results of `body` for the items below `count`, in their order, made by at most
  /// `jobs` tasks at a time.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    var results: [Result?] = Array(repeating: nil, count: count)
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      func start() {
        guard next < count else { return }
        let index = next
        next += 1
        group.addTask { (index, body(index)) }
      }
      for _ in 0..<max(1, jobs) { start() }
      while let (index, result) = await group.next() {
        results[index] = result
        start()
      }
    }
    return results.compactMap(\.self)
  }
}
