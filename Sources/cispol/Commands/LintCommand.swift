internal import ArgumentParser
internal import Pipelines
internal import PolicyLinter
internal import PolicyPacks
internal import SourceText

/// `cispol lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", _superCommandName: "cispol",
    abstract: "Give advice about packs that load.",
    discussion: """
      A pack that another one requires comes along, shipped ones included; only the
      packs that are named are spoken of. `lint` in a pack file sets levels and
      exceptions, and a comment lets a remark stand:
        // lint: allow unused-function: the pack of the auditors calls it

      Examples:
        cispol lint rules/
        cispol lint rules/ --rule unused-parameter --rule unused-function
        cispol lint rules/ --fix --diff
        cispol lint rules/ --fix
        cispol lint rules/ --format sarif --output lint.sarif
        cispol lint --waivers waivers.yaml
        cispol explain unused-parameter

      Exit codes:
        0  nothing is said at the level of --fail-on or above
        1  something is
        2  the packs do not load, or cannot be written
      """)

  @Argument(
    help: ArgumentHelp("A folder with a `pack.yaml`, or of such folders.", valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A file with waivers to look at too; may be repeated.", valueName: "file"))
  var waivers: [String] = []

  @OptionGroup var projectOptions: ProjectOptions

  @Option(
    name: .long, help: ArgumentHelp("Only this rule; may be repeated.", valueName: "rule"))
  var rule: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The least level that makes the run fail.", valueName: "note|warning|error|never"))
  var failOn: LintThreshold = .warning

  @Flag(name: .long, help: "Make the changes that are certain to be meant.")
  var fix = false

  @Flag(name: .long, help: "With --fix: change nothing; list what would be changed.")
  var dryRun = false

  @Flag(name: .long, help: "With --fix: change nothing; show what would be changed.")
  var diff = false

  @Option(name: .long, help: ArgumentHelp("The form of the remarks.", valueName: "text|sarif|json"))
  var format: LintFormat = .text

  @Option(
    name: .long,
    help: ArgumentHelp("Write the remarks to this file, in one step.", valueName: "file"))
  var output: String?

  @Option(
    name: .long, help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  func validate() throws {
    if paths.isEmpty, waivers.isEmpty {
      throw ValidationError("name at least one pack, or a file with waivers")
    }
    if waivers.isEmpty, projectOptions.config != nil {
      throw ValidationError("--config goes with --waivers, of which it says the limits")
    }
    if !fix, dryRun || diff { throw ValidationError("--dry-run and --diff go with --fix") }
    if dryRun || diff, format != .text || output != nil {
      throw ValidationError(
        "--dry-run and --diff show changes on the standard output, and no remarks for --format or --output"
      )
    }
  }

  func run() throws {
    let request = try request()
    try Destination.check(output, isNoneOf: request.check.filesRead)
    var pipeline = LintPipeline()
    let report: LintReport
    do {
      if fix {
        let fixed = try pipeline.fix(request)
        complainOfRefusals(in: fixed.report, pipeline.sources)
        if dryRun || diff {
          complain(pipeline)
          try show(fixed.files)
          return try judge(fixed.report)
        }
        try LintCommand.write(fixed.files)
        report = fixed.report
      } else {
        report = try pipeline.run(request)
      }
    } catch let failure as CheckFailure {
      complain(pipeline)
      throw failure == .diagnosed
        ? ExitVerdict.unusable : Problem(failure.message, help: failure.help).reported
    }
    complain(pipeline)
    let isColoured = color.applies(to: output == nil ? Output.standard : nil)
    try Destination.write(to: output) { destination in
      pipeline.render(
        report, as: format, isColoured: isColoured, version: Cispol.version,
        page: { EmbeddedFiles.page(of: $0).map { String(decoding: $0, as: UTF8.self) } },
        to: destination)
    }
    try judge(report)
  }

  /// Ends the run as failed if the report has something that counts as that.
  private func judge(_ report: LintReport) throws {
    if let least = failOn.level, report.contains(least) { throw ExitVerdict(code: 1) }
  }

  private func request() throws -> LintRequest {
    var check = CheckRequest(now: Clock.now)
    check.shipped = EmbeddedFiles.packs
    for path in paths { check.packs.append(try PackOptions.folder(path)) }
    for path in waivers {
      check.waivers.append(try PackOptions.file(path, as: "file of waivers"))
    }
    // What else the project says is about runs, and may name what is not here.
    if !waivers.isEmpty {
      check.configuration = try projectOptions.read(color: color).configuration.ofWaivers
    }
    var request = LintRequest(check)
    // Without a pack there is nothing to say of the shipped ones, which are only looked up.
    if paths.isEmpty {
      request.rules = Set(LintRuleID.allCases.filter { $0.rule is any ProjectLintRule.Type })
    }
    if !rule.isEmpty {
      request.rules = Set(try rule.map(LintCommand.rule))
    }
    return request
  }

  private static func rule(named name: String) throws -> LintRuleID {
    if let id = LintRuleID(rawValue: name) { return id }
    let near = Spelling.nearest(to: name, in: LintRuleID.allCases.map(\.rawValue))
    throw Problem(
      "there is no lint rule `\(name)`", help: near.map { "did you mean `\($0)`?" }
    ).reported
  }

  private func complain(_ pipeline: LintPipeline) {
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources, isColoured: color.applies(to: Output.problems),
      consequence: "nothing was linted")
  }
}

/// The least level of remarks that makes a run fail.
enum LintThreshold: String, WordArgument {
  case note
  case warning
  case error
  case never

  /// The level, or `nil` when nothing makes the run fail.
  var level: LintLevel? {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    case .never: nil
    }
  }
}

extension LintFormat: WordArgument {}
