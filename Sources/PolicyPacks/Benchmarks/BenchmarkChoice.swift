internal import DomainValues

/// Which benchmarks of a pack a run needs.
package enum BenchmarkChoice: Sendable {
  /// All of them.
  case everything

  /// None, whoever speaks of them, because the pack is not used.
  case nothing

  /// Those that are asked for, the newest version of each when none is; and others that are spoken
  /// of.
  case asked([BenchmarkRequest], others: [BenchmarkRequest] = [])

  /// Returns the choice of these benchmarks and those in `more`, which are spoken of.
  package func joined(with more: [BenchmarkRequest]) -> BenchmarkChoice {
    switch self {
    case .everything: .everything
    case .nothing: .nothing
    case .asked(let requests, let others): .asked(requests, others: others + more)
    }
  }

  /// Returns whether each of the benchmarks of one pack with these names and versions is needed.
  func isNeeded(_ benchmarks: [(name: String, version: Version)]) -> [Bool] {
    switch self {
    case .everything: return benchmarks.map { _ in true }
    case .nothing: return benchmarks.map { _ in false }
    case .asked(let requests, let others):
      return benchmarks.map { benchmark in
        let isNewest = !benchmarks.contains {
          $0.name == benchmark.name && $0.version > benchmark.version
        }
        if requests.isEmpty, isNewest { return true }
        return (requests + others).contains {
          $0.name == benchmark.name && ($0.version.map { $0 == benchmark.version } ?? isNewest)
        }
      }
    }
  }
}
