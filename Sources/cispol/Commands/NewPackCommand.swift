internal import ArgumentParser
internal import Pipelines
internal import SourceText

/// `cispol new pack`.
struct NewPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Write a pack with one rule and its test.",
    discussion: """
      Examples:
        cispol new pack acme-rules
        cispol new pack acme-rules --at policies --for aws.s3.Bucket
      """)

  @Argument(help: ArgumentHelp("The name of the pack and of its folder.", valueName: "name"))
  var name: String

  @Option(
    name: .long, help: ArgumentHelp("Where the folder of the pack is made.", valueName: "path"))
  var at = "."

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The resource type that the first rule judges.", valueName: "type"))
  var type: String?

  func run() throws {
    var request = CheckRequest(now: Clock.now)
    request.shipped = EmbeddedFiles.packs
    let folder = at == "." ? name : at.folderPrefix + name
    if let outer = EnclosingPack.path(around: folder) {
      throw Problem(
        "`\(folder)` would be inside of the pack in `\(outer)`",
        help: "make it beside that pack; packs are in no others"
      ).reported
    }
    var pipeline = ScaffoldPipeline()
    do {
      let scaffold = try pipeline.pack(name, in: folder, about: type, request)
      try NewCommand.write(scaffold, below: folder)
    } catch let failure as ScaffoldPipeline.Failure {
      throw NewCommand.refusal(failure, pipeline)
    }
  }
}
