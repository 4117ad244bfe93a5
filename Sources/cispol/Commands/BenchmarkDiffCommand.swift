internal import ArgumentParser
internal import Pipelines
internal import PolicyPacks

/// `cispol benchmark diff`.
struct BenchmarkDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two versions of a benchmark.",
    discussion: """
      Controls are the same when they have the same slug, whatever their ids are. Told
      is what was added and dropped, and of the rest what is different: id, title,
      section, level, assessment, rules and their parameters.

      Examples:
        cispol benchmark diff 1.2.0 1.4.0
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

  @Option(name: .long, help: ArgumentHelp("The form of the output.", valueName: "text|json"))
  var format: ReportFormat = .text

  @Option(name: .long, help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  /// The benchmark that is meant where only a version is given.
  private static let usualName = "cis-aws-foundations"

  func run() throws {
    var request = CheckRequest(now: Clock.now)
    request.shipped = EmbeddedFiles.packs
    for path in pack { request.packs.append(try PackOptions.folder(path)) }
    var pipeline = BenchmarkPipeline()
    do {
      let comparison = try pipeline.compare(
        try BenchmarkDiffCommand.request(old), try BenchmarkDiffCommand.request(new), in: request)
      report(pipeline)
      let isColoured = color.applies(to: Output.standard)
      try Destination.write(to: nil) {
        BenchmarkPipeline.render(comparison, as: format, isColoured: isColoured, to: $0)
      }
    } catch let failure as CheckFailure {
      report(pipeline)
      throw failure == .diagnosed
        ? ExitVerdict.unusable : Problem(failure.message, help: failure.help).reported
    }
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
