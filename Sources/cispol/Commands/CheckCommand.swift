internal import ArgumentParser
internal import Compliance
internal import Diagnostics
internal import Glibc
internal import Pipelines
internal import PolicyPacks
internal import SourceText

/// `cispol check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "cispol",
    abstract: "Check packs for mistakes, and with an input judge it by them.",
    discussion: """
      Without a path the shipped packs are used. A pack that another one requires
      comes along, and a pack named like a shipped one stands in for it. Without an
      input nothing is evaluated. What `cispol.yaml` in this folder says, or the
      file that --config names, is used where the command line says nothing.

      Examples:
        cispol check --input plan.json
        cispol check --input plan.json --benchmark cis-aws-foundations@1.3.0
        cispol check --input plan.json --profile level-1,automated --all
        cispol check rules/ --input plan.json --fail-on fail:high
        terraform show -json plan.bin | cispol check --input - --format json
        cispol check rules/

      What --fail-on means, a list with commas:
        fail        any failure
        fail:high   failures of that severity or above
        unknown     anything undecided or not collected
        waivers     any waiver with which something is wrong
        never       nothing; stands alone
      """)

  @Argument(
    help: ArgumentHelp("A folder with a `pack.yaml`, or of such folders.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var packs: PackOptions

  @Option(name: .long, help: ArgumentHelp("The form of the report.", valueName: "text|json"))
  var format: ReportFormat = .text

  @Option(
    name: .long,
    help: ArgumentHelp("Write the report to this file, in one step.", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What makes the run fail; see above. (default: fail,unknown)", valueName: "conditions"))
  var failOn: String?

  @Flag(name: .long, help: "Also report what passes and what is not applicable.")
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      How many resources of a rule and status are looked at to say why; in a text unless --verbose \
      those that are shown, and 100 that are undecided.
      """,
      valueName: "number|all"))
  var findings: FindingLimit?

  @Flag(name: .long, help: "Show every line of the report, remediations, and what rules read.")
  var verbose = false

  @Flag(name: .long, help: "Say on the standard error how long each stage took.")
  var timings = false

  @Flag(name: .long, help: "Judge again what changed files touch, until stopped.")
  var watch = false

  @Option(
    name: .long, help: ArgumentHelp("Print the typed program and stop.", valueName: "ir"))
  var emit: EmittedForm?

  func validate() throws {
    if watch, output != nil || emit != nil || packs.input.contains("-") {
      throw ValidationError("--watch shows reports on files, on the standard output only")
    }
  }

  /// Returns the request, whose inputs are opened when they are needed where there are stamps of
  /// them.
  func request(stamps: FolderState? = nil) throws -> CheckRequest {
    var request = try packs.request(packs: paths, stamps: stamps)
    do {
      if let text = failOn ?? request.configuration.failOn {
        request.failurePolicy = try FailurePolicy.parse(text)
      }
    } catch {
      let place = failOn == nil ? "fail_on" : "--fail-on"
      throw Problem("\(place): \(error.message)").reported
    }
    if emit != nil {
      // Terms are numbered as if all packs were checked at once, whatever was compiled before.
      (request.inputs, request.compiled) = ([], FileBytes([]))
    }
    request.tellsOfSettled = all
    limitFindings(of: &request)
    return request
  }

  func run() throws {
    if watch { return try CheckWatch(command: self).run() }
    var request = try request()
    try Destination.check(
      output, isNoneOf: request.filesRead + packs.projectOptions.files)
    let stopwatch = timings ? Stopwatch() : nil
    if let stopwatch { request.onStage = { stopwatch.begin($0) } }
    defer { stopwatch?.tell() }
    Progress.start()
    var pipeline = CheckPipeline()
    let result: CheckResult
    do {
      result = try pipeline.run(request)
    } catch {
      Progress.stop()
      report(pipeline.diagnostics, pipeline.sources)
      throw error == .diagnosed
        ? ExitVerdict.unusable : Problem(error.message, help: error.help).reported
    }
    Progress.stop()
    report(pipeline.diagnostics, pipeline.sources)
    var code: Int32 = 0
    do {
      try finish(result)
    } catch let verdict as ExitVerdict {
      code = verdict.code
    }
    stopwatch?.tell()
    // The process ends with all that it holds: to take a large graph apart first would help nobody.
    withExtendedLifetime(result) { Glibc.exit(code) }
  }

  /// Writes what came of a run, and ends as it says.
  func finish(_ result: CheckResult) throws {
    switch result {
    case .checked(let checked): try finish(checked)
    case .evaluated(let run): try finish(run)
    }
  }

  /// Says of how many resources of a rule and status findings are made: programs and whoever wants
  /// every line get all unless they ask for less, and a text is made of what it shows.
  private func limitFindings(of request: inout CheckRequest) {
    switch findings {
    case .all: break
    case .most(let number): (request.findingLimit, request.undecidedLimit) = (number, number)
    case nil:
      guard format == .text, !verbose else { break }
      request.findingLimit = CheckRequest.mostShown
      request.undecidedLimit = CheckCommand.mostUndecided
    }
  }

  /// The undecided resources of a rule that a text puts together by their causes.
  private static let mostUndecided = 100

  /// Tells people what is wrong with packs and inputs.
  func report(_ diagnostics: DiagnosticSet, _ sources: SourceMap) {
    Problem.report(
      diagnostics, in: sources,
      isColoured: packs.color.applies(to: Output.problems))
  }

  private func finish(_ checked: CheckedPacks) throws {
    if emit == .ir { return try Destination.write(checked.programText, to: output) }
    switch format {
    case .json: try Destination.write(to: output) { checked.renderJSON(to: $0) }
    case .text: try Destination.write(checked.summary(isVerbose: verbose), to: output)
    }
  }

  private func finish(_ run: EvaluatedRun) throws {
    var options = RenderOptions()
    options.isColoured = packs.color.applies(to: output == nil ? Output.standard : nil)
    options.showsAll = all
    options.isVerbose = verbose
    options.argumentsToExplain = packs.argumentsToExplain(
      packs: paths, inputs: run.report.inputs.map(\.name))
    try Destination.write(to: output) { run.render(as: format, options, to: $0) }
    if run.report.verdict == .nothingEvaluated {
      Output.complain(
        "error: nothing was evaluated: no rule met any resource; is this the right input?")
    }
    if run.report.verdict != .clean { throw ExitVerdict(code: run.report.verdict.rawValue) }
  }
}

/// What `--emit` may print.
enum EmittedForm: String, WordArgument {
  case ir
}
