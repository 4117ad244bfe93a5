internal import ArgumentParser
internal import DomainValues
internal import Pipelines
internal import PolicyTesting
internal import SourceText

/// `cispol test`.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", _superCommandName: "cispol",
    abstract: "Run the tests of packs, and say what they leave untested.",
    discussion: """
      A pack that another one requires comes along, shipped ones included; only the
      packs that are named are tested.

      Examples:
        cispol test rules/
        cispol test rules/ --filter access_keys_rotated
        cispol test rules/ --filter '*/from a plan' --verbose
        cispol test rules/ --format junit --output tests.xml
        cispol test rules/ --coverage --coverage-min outcomes=100,branches=80
        cispol test rules/ --mutate --mutate-budget 5m --max-survivors 0
        cispol test rules/ --update
        cispol test rules/ --watch

      What is measured by --coverage:
        outcomes    each rule gives each status that it can give
        branches    each condition is true once, and false once
        boundaries  each comparison with a limit is tried below, at and above it

      Exit codes: 0 all pass; 1 a case fails, coverage falls short, too many mutants
      survive or were not tried, a reason in `survivor` is not needed, or snapshots
      were written; 2 the packs cannot be used; 4 there is no case.
      """)

  @Argument(
    help: ArgumentHelp("A folder with a `pack.yaml`, or of such folders.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .long,
    help: ArgumentHelp("Only the cases with this in their name or their rule's.", valueName: "text")
  )
  var filter: String?

  @Option(
    name: .long, help: ArgumentHelp("How many cases run at a time.", valueName: "number"))
  var jobs: Int?

  @Option(name: .long, help: ArgumentHelp("The form of the report.", valueName: "text|tap|junit"))
  var format: TestFormat = .text

  @Option(
    name: .long,
    help: ArgumentHelp("Write the report to this file, in one step.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Also name the cases that pass and the mutants that are killed.")
  var verbose = false

  @Flag(name: .long, help: "Say what of the rules no case shows.")
  var coverage = false

  @Option(
    name: .long,
    help: ArgumentHelp("Write the coverage to this file, as JSON.", valueName: "file"))
  var coverageJson: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The least coverage, such as `outcomes=100,branches=80`.", valueName: "percentages"))
  var coverageMin: String?

  @Flag(name: .long, help: "Change the rules in small ways, and say which change no case notices.")
  var mutate = false

  @Option(
    name: .long, help: ArgumentHelp("Try at most this many changes.", valueName: "number"))
  var mutateMax: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Try no more changes after this time, such as `5m`; those left are counted.",
      valueName: "duration"))
  var mutateBudget: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Fail when more changes survive without a reason.", valueName: "number"))
  var maxSurvivors: Int?

  @Flag(name: .long, help: "Keep what cases with `expect snapshot` give; fails if it wrote any.")
  var update = false

  @Flag(name: .long, help: "Run again what changed files affect, until stopped.")
  var watch = false

  /// The instant of cases that say none: always the same, so that no test passes by the calendar.
  private static let instant = "2026-01-01T00:00:00Z"

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if let mutateMax, mutateMax < 1 { throw ValidationError("--mutate-max must be at least 1") }
    if paths.isEmpty { throw ValidationError("name at least one pack") }
    if let maxSurvivors, maxSurvivors < 0 {
      throw ValidationError("--max-survivors must not be negative")
    }
    if !mutate, mutateMax != nil || mutateBudget != nil || maxSurvivors != nil {
      throw ValidationError(
        "--mutate-max, --mutate-budget and --max-survivors need --mutate")
    }
    let isMeasured = coverage || coverageJson != nil || coverageMin != nil || mutate
    if watch, isMeasured || update || output != nil || format != .text {
      throw ValidationError("--watch runs the tests and shows the text of the report only")
    }
  }

  func run() throws {
    var thresholds = CoverageThresholds()
    if let coverageMin {
      do {
        thresholds = try CoverageThresholds(parsing: coverageMin)
      } catch {
        throw Problem("--coverage-min: \(error.message)").reported
      }
    }
    if watch { return try TestWatch(command: self).run() }
    let request = try request()
    let files = FilesRead()
    var pipeline = TestPipeline()
    let tested = try run(request, &pipeline, files)
    for path in [output, coverageJson] {
      try Destination.check(path, isNoneOf: request.check.filesRead + files.all)
    }
    try write(tested, pipeline, thresholds)
    if update { try keep(tested.outdatedSnapshots) }
    if tested.report.results.isEmpty { throw ExitVerdict(code: 4) }
    let isMeasured = coverage || coverageMin != nil || coverageJson != nil
    let isShort =
      !tested.coverage.shortfalls(thresholds).isEmpty
      || isMeasured && !tested.coverage.problems.isEmpty
    let isWeak = tested.mutation.map { isTooWeak($0) } ?? false
    if !tested.report.hasPassed || isShort || isWeak {
      throw ExitVerdict(code: 1)
    }
  }

  /// Returns what comes of `request`, having told people what is wrong with packs, and noted in `files`
  /// what cases read.
  func run(
    _ request: TestRequest, _ pipeline: inout TestPipeline, _ files: FilesRead = FilesRead()
  ) throws -> TestedPacks {
    do {
      let tested = try pipeline.run(request) { TestCommand.read($0, in: $1, files) }
      report(pipeline)
      return tested
    } catch {
      report(pipeline)
      throw error == .diagnosed
        ? ExitVerdict.unusable : Problem(error.message, help: error.help).reported
    }
  }

  /// Returns whether tests that leave these mutants make the run fail; says so where mutants are only
  /// counted.
  private func isTooWeak(_ report: MutationReport) -> Bool {
    guard let maxSurvivors else { return !report.problems.isEmpty }
    if report.untried > 0 {
      let were = report.untried == 1 ? "was" : "were"
      Output.complain(
        "error: \(report.untried.counted("mutant")) \(were) not tried, and might survive")
      Output.complain("  = help: give more time with --mutate-budget, or leave --max-survivors out")
    }
    return !report.problems.isEmpty || report.untried > 0
      || report.survivors.count > maxSurvivors
  }

  /// Writes the files with snapshots, and fails if there is any.
  private func keep(_ files: [SnapshotFile]) throws {
    guard !files.isEmpty else { return }
    for file in files {
      do throws(FileError) {
        if file.entries.isEmpty {
          try AtomicFile.remove(file.path)
        } else {
          // A link might lead anywhere, and packs may come from strangers.
          var written = try AtomicFile(file.path, replacesLink: true)
          written.write(Array(file.text.utf8))
          try written.commit()
        }
      } catch {
        throw Problem("`\(file.path)` cannot be written: \(error.message)").reported
      }
      Output.complain(
        "wrote `\(file.path.safeOnTerminal)`; read what changed, then run the tests again")
    }
    throw ExitVerdict(code: 1)
  }

  /// Returns the request for all cases.
  func request() throws -> TestRequest {
    let instant: Timestamp
    do {
      instant = try Timestamp.parse(TestCommand.instant)
    } catch {
      throw Problem("`\(TestCommand.instant)` is no instant").reported
    }
    var check = CheckRequest(now: instant)
    check.shipped = EmbeddedFiles.packs
    for path in paths { check.packs.append(try PackOptions.folder(path)) }
    var request = TestRequest(check)
    request.filter = filter.map { TestFilter($0) }
    request.jobs = Processors.threads(asked: jobs)
    request.mutates = mutate
    request.mutantLimit = mutateMax
    if let mutateBudget {
      let budget: PolicyDuration
      do {
        budget = try PolicyDuration.parse(mutateBudget)
      } catch {
        throw Problem(
          "--mutate-budget: `\(mutateBudget)` is no duration", help: "write it like `5m`"
        ).reported
      }
      let start = Clock.elapsedMilliseconds
      request.isOutOfTime = { Clock.elapsedMilliseconds - start >= budget.milliseconds }
    }
    return request
  }

  private static func read(
    _ path: String, in folders: [String], _ files: FilesRead
  ) -> ReadFile {
    do throws(FileError) {
      let bytes = try FileReader.read(path, in: folders, limit: FileReader.largestInput)
      files.insert(path)
      return .bytes(bytes)
    } catch {
      return .problem(error.message)
    }
  }

  private func report(_ pipeline: TestPipeline) {
    Problem.report(pipeline.diagnostics, in: pipeline.sources, isColoured: false)
  }

  private func write(
    _ tested: TestedPacks, _ pipeline: TestPipeline, _ thresholds: CoverageThresholds
  ) throws {
    let sources = pipeline.sources
    if let coverageJson {
      let json = CoverageReporter.json(
        tested.coverage, sources: sources, thresholds: thresholds)
      try Destination.write(json, to: coverageJson)
    }
    var report = format.render(tested.report, sources: sources, isVerbose: verbose)
    var more: [String] = []
    if coverage || coverageMin != nil {
      more.append(
        CoverageReporter.text(tested.coverage, sources: sources, thresholds: thresholds))
    }
    if let mutation = tested.mutation {
      more.append(MutationReporter.text(mutation, sources: sources, isVerbose: verbose))
    }
    // Programs that read the other formats expect nothing else there.
    if format == .text {
      report = ([report] + more).joined(separator: "\n")
    } else if !more.isEmpty {
      Output.write(Array(more.joined(separator: "\n").utf8), to: Output.problems)
    }
    try Destination.write(report, to: output)
  }
}
