internal import ArgumentParser
internal import Pipelines
internal import PolicyPacks

/// `cispol new rule`.
struct NewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Write a rule and its test.",
    discussion: """
      Examples:
        cispol new rule buckets_have_owner --pack acme-rules
        cispol new rule storage/buckets_have_owner --for aws.s3.Bucket
      """)

  @Argument(
    help: ArgumentHelp(
      "The name of the rule, after the folder for it if there is one.", valueName: "name"))
  var name: String

  @Option(
    name: .long, help: ArgumentHelp("The folder with the `pack.yaml`.", valueName: "path"))
  var pack = "."

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The resource type that the rule judges.", valueName: "type"))
  var type: String?

  func run() throws {
    var request = CheckRequest(now: Clock.now)
    request.shipped = EmbeddedFiles.packs
    let folder = try PackOptions.folder(pack)
    guard folder.files.contains(where: { $0.path == PackLoader.manifestPath }) else {
      throw Problem(
        "`\(pack)` is no pack: it has no file `pack.yaml`",
        help: "name one with `--pack`, or write one with `cispol new pack NAME`"
      ).reported
    }
    request.packs = [folder]
    var pipeline = ScaffoldPipeline()
    do {
      let scaffold = try pipeline.rule(name, about: type, request)
      try NewCommand.write(scaffold, below: pack)
    } catch let failure as ScaffoldPipeline.Failure {
      throw NewCommand.refusal(failure, pipeline)
    }
  }
}
