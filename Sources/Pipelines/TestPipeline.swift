internal import Collectors
package import Diagnostics
internal import PolicyIR
internal import PolicyPacks
internal import PolicyTesting
package import SourceText

/// From packs with tests to what came of them: load, parse, check; run, measure, mutate.
package struct TestPipeline: Sendable {
  /// Returns the bytes of the file at a path, or why it cannot be read.
  package typealias Read = @Sendable (_ path: String) -> ReadFile

  private var pipeline = CheckPipeline()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with packs.
  package var diagnostics: DiagnosticSet { pipeline.diagnostics }

  /// Returns what came of the tests, whose files are read by `read`.
  ///
  /// - Throws: a `CheckFailure` when the packs cannot be used.
  package mutating func run(
    _ request: TestRequest, read: @escaping Read
  ) throws(CheckFailure) -> TestedPacks {
    var check = request.check
    check.inputs = []
    check.benchmarks = []
    guard case .checked(let checked) = try pipeline.run(check) else { throw .diagnosed }
    let sources = pipeline.sources
    let runner = TestRunner(
      program: checked.program, packs: packs(of: request, checked.program),
      defaultInstant: check.now, jobs: request.jobs
    ) { format, path, place in
      TestPipeline.given(format, path, besides: sources[place.file].name, read)
    }
    let report = runner.run(request.filter)
    return TestedPacks(
      report: report, coverage: CoverageReport(measuring: report),
      mutation: request.mutates
        ? runner.mutate(request.filter, limit: request.mutantLimit) : nil)
  }

  /// Returns the names of the packs that were named, whatever else they require.
  private func packs(of request: TestRequest, _ program: Program) -> Set<String> {
    let folders = request.check.packs.flatMap(\.packs).map(\.name)
    let places =
      program.rules.map { ($0.pack, $0.range) } + program.tests.map { ($0.pack, $0.range) }
    let named = places.filter { place in
      let file = sources[place.1.file].name
      return folders.contains { file.hasPrefix($0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/") }
    }
    return Set(named.map(\.0))
  }

  /// Returns what the file at `path`, seen from the file of a test, says of resources.
  private static func given(
    _ format: String, _ path: String, besides test: String, _ read: Read
  ) -> GivenInput {
    guard format == "terraform" else {
      return .problem("nothing reads `\(format)`; there is `terraform`")
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    // A pack of somebody else's must not look at files of whoever tests it.
    guard !path.hasPrefix("/"), !parts.contains("..") else {
      return .problem("`\(path)` is not below the folder of the test")
    }
    let folder = test.lastIndex(of: "/").map { String(test[...$0]) } ?? ""
    switch read(folder + path) {
    case .problem(let message): return .problem("`\(path)` cannot be read: \(message)")
    case .bytes(let bytes):
      guard let file = InputFormat.file(name: folder + path, bytes: bytes) else {
        return .problem("`\(path)` is larger than 4 GB")
      }
      var sources = SourceMap()
      do {
        return .inventory(
          try InputFormat.terraformPlan.collect(file, id: sources.insert(file)))
      } catch {
        return .problem("`\(path)` cannot be used: \(Diagnostic.uncollectable(error).message)")
      }
    }
  }
}

/// What reading a file gives.
package enum ReadFile: Sendable {
  /// Its contents.
  case bytes([UInt8])
  /// Why there are none, in words.
  case problem(String)
}
