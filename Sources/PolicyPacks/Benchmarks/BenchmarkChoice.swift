internal import DomainValues

/// Which benchmarks of a pack a run needs.
package enum BenchmarkChoice: Sendable {
  /// All of them.
  case everything

  /// Those that are asked for; the newest version of each when none is.
  case asked([BenchmarkRequest])

  /// Returns whether each of the benchmarks of one pack with these names and versions is needed.
  func isNeeded(_ benchmarks: [(name: String, version: Version)]) -> [Bool] {
    switch self {
    case .everything: return benchmarks.map { _ in true }
    case .asked(let requests):
      return benchmarks.map { benchmark in
        let isNewest = !benchmarks.contains {
          $0.name == benchmark.name && $0.version > benchmark.version
        }
        if requests.isEmpty { return isNewest }
        return requests.contains {
          $0.name == benchmark.name && ($0.version.map { $0 == benchmark.version } ?? isNewest)
        }
      }
    }
  }
}
