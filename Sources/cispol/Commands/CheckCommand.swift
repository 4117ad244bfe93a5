internal import ArgumentParser
internal import Compliance
internal import Pipelines
internal import PolicyPacks

/// `cispol check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
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

  @Flag(name: .long, help: "Show every line of the report, remediations, and what rules read.")
  var verbose = false

  @Option(
    name: .long, help: ArgumentHelp("Print the typed program and stop.", valueName: "ir"))
  var emit: EmittedForm?

  func run() throws {
    var request = try packs.request(packs: paths)
    do {
      if let text = failOn ?? request.configuration.failOn {
        request.failurePolicy = try FailurePolicy.parse(text)
      }
    } catch {
      let place = failOn == nil ? "fail_on" : "--fail-on"
      throw Problem("\(place): \(error.message)").reported
    }
    if emit != nil { request.inputs = [] }
    Progress.start()
    var pipeline = CheckPipeline()
    let result: CheckResult
    do {
      result = try pipeline.run(request)
    } catch {
      Progress.stop()
      report(pipeline)
      throw error == .diagnosed
        ? ExitVerdict.unusable : Problem(error.message, help: error.help).reported
    }
    Progress.stop()
    report(pipeline)
    switch result {
    case .checked(let checked): try finish(checked, request)
    case .evaluated(let run): try finish(run)
    }
  }

  private func report(_ pipeline: CheckPipeline) {
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources,
      isColoured: packs.color.applies(to: Output.problems))
  }

  private func finish(_ checked: CheckedPacks, _ request: CheckRequest) throws {
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
    options.packArguments = paths.map { "--pack \($0)" }.joined(separator: " ")
    try Destination.write(to: output) { run.render(as: format, options, to: $0) }
    if run.report.verdict == .nothingEvaluated {
      Output.complain(
        "error: nothing was evaluated: no rule met any resource; is this the right input?")
    }
    if run.report.verdict != .clean { throw ExitVerdict(code: run.report.verdict.rawValue) }
  }
}

/// What `--emit` may print.
enum EmittedForm: String, ExpressibleByArgument, CaseIterable {
  case ir
}
