/// When the benchmarks of a pack are evaluated.
package enum BenchmarkUse: String, Hashable, Sendable, CaseIterable {
  /// Whenever a run says nothing else.
  case standard
  /// When a run names one of them, or the pack.
  case onRequest = "on-request"
}
