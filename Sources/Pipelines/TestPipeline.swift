internal import Collectors
package import Diagnostics
internal import GraphIngest
internal import PolicyIR
internal import PolicyPacks
internal import PolicyTesting
internal import ResourceModel
package import SourceText

/// From packs with tests to what came of them: load, parse, check; run, measure, mutate.
package struct TestPipeline: Sendable {
  /// Returns the bytes of the file at a path, or why it cannot be read: wherever links lead, it must
  /// be in one of some folders or below.
  package typealias Read = @Sendable (_ path: String, _ folders: [String]) -> ReadFile

  /// Where a file that a test names is.
  private struct Location {
    /// Its path.
    let path: String

    /// The folders in one of which it must be: that of the pack, and that of the test, which a link in
    /// the pack may have led to.
    let folders: [String]
  }

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
    let packs = self.packs(of: request, checked.program)
    let snapshots = self.snapshots(of: packs, checked.program, read)
    let runner = TestRunner(
      program: checked.program, packs: packs, defaultInstant: check.now, jobs: request.jobs,
      snapshots: snapshots, affected: affected(by: request, checked.program),
      waivers: { path, place, rule in
        TestPipeline.waivers(path, besides: sources[place.file].name, in: folders, read)
          .speaking(of: rule, in: checked)
      },
      given: { format, path, place in
        TestPipeline.given(
          format, path, besides: sources[place.file].name, in: folders, checked.program.schema, read
        )
      })
    let report = runner.run(request.filter)
    let coverage = CoverageReport(measuring: report).explained(
      by: runner.program.survivors.filter { packs.contains($0.pack) }, sources: sources,
      isComplete: request.filter == nil && request.changedFiles == nil)
    return TestedPacks(
      report: report, coverage: coverage,
      mutation: request.mutates ? mutate(request, runner, packs) : nil,
      outdatedSnapshots: snapshots.updated(by: report))
  }

  /// Returns what became of mutants, with the reasons that the packs give.
  private func mutate(
    _ request: TestRequest, _ runner: TestRunner, _ packs: Set<String>
  ) -> MutationReport {
    let report = runner.mutate(
      request.filter, limit: request.mutantLimit, isOutOfTime: request.isOutOfTime)
    return report.explained(
      by: runner.program.survivors.filter { packs.contains($0.pack) }, sources: pipeline.sources)
  }

  /// Returns the cases that files which changed affect, if only those are asked for.
  private func affected(by request: TestRequest, _ program: Program) -> AffectedCases? {
    request.changedFiles.map { changed in
      AffectedCases(
        program: program, sources: sources, changed: changed, always: request.alwaysRun)
    }
  }

  /// Returns the snapshots beside the files with tests of `packs`.
  private func snapshots(
    of packs: Set<String>, _ program: Program, _ read: Read
  ) -> SnapshotBook {
    var book = SnapshotBook()
    var needed: [FileID: Bool] = [:]
    for test in program.tests where packs.contains(test.pack) {
      let file = test.range.file
      let isNeeded = test.cases.contains { $0.snapshot != nil }
      needed[file] = isNeeded || needed[file] ?? false
    }
    for (file, isNeeded) in needed.sorted(by: { $0.key < $1.key }) {
      let path = SnapshotFile.path(beside: sources[file].name)
      switch read(path, [TestPipeline.folder(of: path)]) {
      case .bytes(let bytes):
        let text = String(decoding: bytes, as: UTF8.self)
        book.insert(SnapshotFile(path: path, reading: text), beside: file)
      case .problem: if isNeeded { book.insert(SnapshotFile(path: path), beside: file) }
      }
    }
    return book
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
    request.check.packs.flatMap(\.packs).map(\.prefix)
  }

  /// Returns the folder of the file at `path`.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Returns where the file at `path`, seen from the file `test`, is; `nil` if that is outside of
  /// the pack of the test, because a pack of somebody else's must not look at files of whoever
  /// tests it.
  private static func location(
    of path: String, besides test: String, in folders: [String]
  ) -> Location? {
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
    return Location(
      path: folder + parts.joined(separator: "/"),
      folders: [folder, TestPipeline.folder(of: test)])
  }

  /// Returns the waivers of the file at `path`, seen from the file of a test.
  private static func waivers(
    _ path: String, besides test: String, in folders: [String], _ read: Read
  ) -> WaiverFile {
    guard let location = location(of: path, besides: test, in: folders) else {
      return .problem("`\(path)` is not in the pack of the test")
    }
    switch read(location.path, location.folders) {
    case .problem(let message): return .problem("`\(path)` cannot be read: \(message)")
    case .bytes(let bytes):
      var sources = SourceMap()
      let id = sources.insert(SourceFile(name: location.path, bytes: bytes))
      let (waivers, problems) = Waiver.read([id], of: sources, limits: .unlimited)
      guard let first = problems.elements.first else { return .waivers(waivers) }
      let place = sources.location(of: first.primary)
      return .problem("`\(path)` cannot be used: line \(place.line): \(first.message)")
    }
  }

  /// Returns what the file at `path`, seen from the file of a test, says of resources.
  private static func given(
    _ format: String, _ path: String, besides test: String, in folders: [String],
    _ schema: Schema, _ read: Read
  ) -> GivenInput {
    let collector = InputFormat.allCases.first { $0.sourceName == format }
    guard collector != nil || format == "graph" else {
      let names = (InputFormat.allCases.map(\.sourceName) + ["graph"]).sorted()
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      return .problem("nothing reads `\(format)`; there are \(list)")
    }
    guard let location = location(of: path, besides: test, in: folders) else {
      return .problem("`\(path)` is not in the pack of the test")
    }
    switch read(location.path, location.folders) {
    case .problem(let message): return .problem("`\(path)` cannot be read: \(message)")
    case .bytes(let bytes) where format == "graph":
      do throws(GraphError) {
        let reader = GraphReader(schema: schema, reads: AttributeReads(ofAllIn: schema))
        return .graph(try reader.read(.empty, start: bytes).graph)
      } catch {
        return .problem("`\(path)` cannot be used: line \(error.line): \(error.message)")
      }
    case .bytes(let bytes):
      guard let file = InputFormat.file(name: location.path, bytes: bytes) else {
        return .problem("`\(path)` is larger than 4 GB")
      }
      var sources = SourceMap()
      do {
        return .inventory(
          try (collector ?? .terraformPlan).collect(file, id: sources.insert(file)))
      } catch {
        return .problem("`\(path)` cannot be used: \(Diagnostic.uncollectable(error).message)")
      }
    }
  }
}

extension WaiverFile {
  /// Returns those of the waivers that speak of `rule`: by its name, or by a control of a benchmark
  /// of `packs` that it decides.
  fileprivate func speaking(of rule: RuleID, in packs: CheckedPacks) -> WaiverFile {
    guard case .waivers(let waivers) = self else { return self }
    let benchmarks = packs.library.packs.flatMap(\.benchmarks)
    return .waivers(
      waivers.filter { waiver in
        switch waiver.subject {
        case .rule(let name, _): packs.program.rules(called: name).contains(rule)
        case .control(let pattern):
          benchmarks.contains { benchmark in
            benchmark.controls.contains { control in
              pattern.matches(control, of: benchmark)
                && control.rules.contains {
                  packs.program.rules(called: $0.rule).contains(rule)
                }
            }
          }
        }
      })
  }
}

/// What reading a file gives.
package enum ReadFile: Sendable {
  /// Its contents.
  case bytes([UInt8])
  /// Why there are none, in words.
  case problem(String)
}
