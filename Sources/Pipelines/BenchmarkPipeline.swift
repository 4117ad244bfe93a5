internal import Compliance
package import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
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

  /// Returns what is different between the versions `old` and `new` of a benchmark, and what becomes
  /// of the waivers and attestations of `request`.
  ///
  /// - Throws: a `CheckFailure` when packs or files cannot be used, or there is no such benchmark.
  package mutating func compare(
    _ old: BenchmarkRequest, _ new: BenchmarkRequest, in request: CheckRequest
  ) throws(CheckFailure) -> ComparedBenchmarks {
    let packs = try pipeline.analyze(request)
    let benchmarks = packs.library.packs.flatMap(\.benchmarks)
    let comparison = BenchmarkComparison(
      try BenchmarkPipeline.find(old, in: benchmarks),
      try BenchmarkPipeline.find(new, in: benchmarks)
    ) { rule, parameter in
      packs.program.rules(called: rule).first.flatMap { id in
        let found = packs.program[id].parameters.first { $0.name == parameter }
        return found?.defaultValue.map {
          ValueText.describe($0, schema: packs.program.schema)
        }
      }
    }
    let migrations = comparison.migrations(
      of: packs.governance.waivers, packs.governance.attestations)
    let edits = migrations.flatMap(\.edits).sorted { $0.range < $1.range }
    let files = (request.waivers + request.attestations).compactMap { file -> FixedFile? in
      // A file that was given twice has its edits twice, each in a source of its own.
      let named = edits.filter { sources[$0.range.file].name == file.name }
      let own = named.filter { $0.range.file == named[0].range.file }
      return own.isEmpty ? nil : FixedFile(file: file, bytes: own.applied(to: file.bytes))
    }
    return ComparedBenchmarks(
      comparison: comparison, migrations: migrations, files: files,
      hasDecisions: !request.waivers.isEmpty || !request.attestations.isEmpty)
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

  /// Hands the bytes of `compared` in the form `format`, piece by piece, to `output`; text shows how
  /// files change iff `showsFiles`.
  package func render(
    _ compared: ComparedBenchmarks, as format: ReportFormat, isColoured: Bool, showsFiles: Bool,
    to output: @escaping ([UInt8]) -> Void
  ) {
    let reporter = BenchmarkComparisonReporter(isColoured: isColoured)
    let (comparison, migrations) = (compared.comparison, compared.migrations)
    switch format {
    case .json: reporter.renderJSON(comparison, migrations, in: sources, to: output)
    case .text:
      var text = reporter.text(of: comparison)
      if compared.hasDecisions {
        text += reporter.text(of: migrations, comparison, in: sources)
      }
      if showsFiles {
        for file in compared.files {
          text += "\n"
          text += FormatPipeline.difference(from: file.file, to: file.bytes).linesSafeOnTerminal
        }
      }
      output(Array(text.utf8))
    }
  }
}
