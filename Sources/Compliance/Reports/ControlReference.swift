/// A control of a version of a benchmark.
package struct ControlReference: Hashable, Sendable {
  /// The name of the benchmark.
  package let benchmark: String

  /// Its version.
  package let version: String

  /// The control's id.
  package let id: String

  /// Creates the reference to the control `id`.
  package init(benchmark: String, version: String, id: String) {
    self.benchmark = benchmark
    self.version = version
    self.id = id
  }
}
