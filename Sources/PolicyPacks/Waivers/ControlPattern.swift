package import DomainValues
package import SourceText

/// A control as files other than benchmarks name it.
///
/// By its slug it is meant in all versions of a benchmark. An id means something else in each
/// version, so that it is looked at only where a version is named.
package struct ControlPattern: Hashable, Sendable {
  /// The slug or id.
  package let name: String

  /// The name of the benchmark, or `nil` for any.
  package let benchmark: String?

  /// The version of the benchmark, or `nil` for any.
  package let version: Version?

  /// Where the name is written.
  package let range: SourceRange

  /// Where the benchmark is written, if it is.
  package let benchmarkRange: SourceRange?

  /// The request for the benchmark, if one is named.
  package var request: BenchmarkRequest? {
    benchmark.map { BenchmarkRequest(name: $0, version: version) }
  }

  /// Returns `true` iff `control` of `benchmark` is meant.
  package func matches(_ control: Control, of benchmark: Benchmark) -> Bool {
    guard self.benchmark == nil || self.benchmark == benchmark.name,
      version == nil || version == benchmark.version
    else { return false }
    return control.slug == name || version != nil && control.id == name
  }
}
