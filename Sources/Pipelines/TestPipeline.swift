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
    let folders = TestPipeline.folders(of: request)
    let runner = TestRunner(
      program: checked.program, packs: packs(of: request, checked.program),
      defaultInstant: check.now, jobs: request.jobs
    ) { format, path, place in
      TestPipeline.given(format, path, besides: sources[place.file].name, in: folders, read)
    }
    let report = runner.run(request.filter)
    return TestedPacks(
      report: report, coverage: CoverageReport(measuring: report),
      mutation: request.mutates
        ? runner.mutate(request.filter, limit: request.mutantLimit) : nil)
  }

  /// Returns the names of the packs that were named, whatever else they require.
  private func packs(of request: TestRequest, _ program: Program) -> Set<String> {
    let folders = TestPipeline.folders(of: request)
    let places =
      program.rules.map { ($0.pack, $0.range) } + program.tests.map { ($0.pack, $0.range) }
    let named = places.filter { place in
      let file = sources[place.1.file].name
      return folders.contains { file.hasPrefix($0) }
    }
    return Set(named.map(\.0))
  }

  /// Returns the folders of the packs that were named, each with what separates it from a file.
  private static func folders(of request: TestRequest) -> [String] {
    request.check.packs.flatMap(\.packs).map(\.name)
      .map { $0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// Returns where the file at `path`, seen from the file `test`, is; `nil` if that is outside of
  /// the pack of the test, because a pack of somebody else's must not look at files of whoever
  /// tests it.
  private static func location(
    of path: String, besides test: String, in folders: [String]
  ) -> String? {
    let folder = folders.filter { test.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
    guard let folder, !path.hasPrefix("/") else { return nil }
    var parts = test.dropFirst(folder.count).split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return folder + parts.joined(separator: "/")
  }

  /// Returns what the file at `path`, seen from the file of a test, says of resources.
  private static func given(
    _ format: String, _ path: String, besides test: String, in folders: [String], _ read: Read
  ) -> GivenInput {
    guard format == "terraform" else {
      return .problem("nothing reads `\(format)`; there is `terraform`")
    }
    guard let location = location(of: path, besides: test, in: folders) else {
      return .problem("`\(path)` is not in the pack of the test")
    }
    switch read(location) {
    case .problem(let message): return .problem("`\(path)` cannot be read: \(message)")
    case .bytes(let bytes):
      guard let file = InputFormat.file(name: location, bytes: bytes) else {
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
