internal import ArgumentParser
internal import Pipelines
internal import PolicyPacks

/// `cispol benchmark diff`.
struct BenchmarkDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two versions of a benchmark.",
    discussion: """
      Controls are the same when they have the same slug, whatever their ids are. It
      tells which were added and dropped, and how the others differ: id, title, section,
      level, assessment, rules and their parameters.

      Waivers and attestations, of the files that are named or else of the
      configuration, are shown as the later version needs them: ids that change,
      controls that are gone. --write changes the files; comments stay.

      Examples:
        cispol benchmark diff 1.2.0 1.4.0
        cispol benchmark diff 1.2.0 1.4.0 --waivers waivers.yaml
        cispol benchmark diff 1.2.0 1.4.0 --waivers waivers.yaml --write
        cispol benchmark diff own@1.0 own@2.0 --pack rules/ --format json
      """)

  @Argument(
    help: ArgumentHelp("The earlier version.", valueName: "[name@]version"))
  var old: String

  @Argument(help: ArgumentHelp("The later version.", valueName: "[name@]version"))
  var new: String

  @Option(
    name: .long,
    help: ArgumentHelp("A pack with the benchmark; the shipped ones if none.", valueName: "path"))
  var pack: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A file with waivers to migrate; may be repeated.", valueName: "file"))
  var waivers: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A file with attestations to migrate; may be repeated.", valueName: "file"))
  var attestations: [String] = []

  @OptionGroup var projectOptions: ProjectOptions

  @Flag(name: .long, help: "Change the files with waivers and attestations.")
  var write = false

  @Option(name: .long, help: ArgumentHelp("The form of the output.", valueName: "text|json"))
  var format: ReportFormat = .text

  @Option(name: .long, help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  /// The benchmark that is meant where only a version is given.
  private static let usualName = "cis-aws-foundations"

  func run() throws {
    let request = try request()
    var pipeline = BenchmarkPipeline()
    do {
      let compared = try pipeline.compare(
        try BenchmarkDiffCommand.request(old), try BenchmarkDiffCommand.request(new), in: request)
      report(pipeline)
      let isColoured = color.applies(to: Output.standard)
      try Destination.write(to: nil) {
        pipeline.render(
          compared, as: format, isColoured: isColoured, showsFiles: !write, to: $0)
      }
      if write { try LintCommand.write(compared.files) }
    } catch let failure as CheckFailure {
      report(pipeline)
      throw failure == .diagnosed
        ? ExitVerdict.unusable : Problem(failure.message, help: failure.help).reported
    }
  }

  private func request() throws -> CheckRequest {
    var request = CheckRequest(now: Clock.now)
    request.shipped = EmbeddedFiles.packs
    let project = try projectOptions.read(color: color)
    request.configuration = project.configuration
    request.sources = project.sources
    for path in project.paths(pack, else: project.configuration.packs) {
      request.packs.append(try PackOptions.folder(path))
    }
    try PackOptions.addDecisions(
      to: &request, project, waivers: waivers, attestations: attestations)
    return request
  }

  /// Returns the benchmark that `text`, a version with or without a name before it, asks for.
  private static func request(_ text: String) throws -> BenchmarkRequest {
    do {
      return try BenchmarkRequest.parse(text.contains("@") ? text : "\(usualName)@\(text)")
    } catch {
      throw Problem(error.message, help: error.help).reported
    }
  }

  private func report(_ pipeline: BenchmarkPipeline) {
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources, isColoured: color.applies(to: Output.problems))
  }
}
