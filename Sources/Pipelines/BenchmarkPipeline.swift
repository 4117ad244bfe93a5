package import Diagnostics
internal import DomainValues
package import PolicyPacks
internal import Reporters
package import SourceText

/// From packs to what is different between two versions of a benchmark: load, check, compare.
package struct BenchmarkPipeline: Sendable {
  private var pipeline = CheckPipeline()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with packs.
  package var diagnostics: DiagnosticSet { pipeline.diagnostics }

  /// Returns what is different between the versions `old` and `new` of a benchmark.
  ///
  /// - Throws: a `CheckFailure` when the packs cannot be used, or have no such benchmark.
  package mutating func compare(
    _ old: BenchmarkRequest, _ new: BenchmarkRequest, in request: CheckRequest
  ) throws(CheckFailure) -> BenchmarkComparison {
    var check = request
    check.inputs = []
    guard case .checked(let checked) = try pipeline.run(check) else { throw .diagnosed }
    let benchmarks = checked.library.packs.flatMap(\.benchmarks)
    return BenchmarkComparison(
      try BenchmarkPipeline.find(old, in: benchmarks),
      try BenchmarkPipeline.find(new, in: benchmarks))
  }

  private static func find(
    _ request: BenchmarkRequest, in benchmarks: [Benchmark]
  ) throws(CheckFailure) -> Benchmark {
    let found = benchmarks.filter {
      $0.name == request.name && (request.version == nil || $0.version == request.version)
    }
    guard let newest = found.max(by: { $0.version < $1.version }) else {
      throw .selection(.unknownBenchmark(request.label, known: benchmarks.map(\.label)))
    }
    return newest
  }

  /// Hands the bytes of `comparison` in the form `format`, piece by piece, to `output`.
  package static func render(
    _ comparison: BenchmarkComparison, as format: ReportFormat, isColoured: Bool,
    to output: @escaping ([UInt8]) -> Void
  ) {
    let reporter = BenchmarkComparisonReporter(isColoured: isColoured)
    switch format {
    case .json: reporter.renderJSON(comparison, to: output)
    case .text: output(Array(reporter.text(of: comparison).utf8))
    }
  }
}
