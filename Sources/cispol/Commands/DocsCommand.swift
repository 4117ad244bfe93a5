internal import ArgumentParser
internal import Pipelines
internal import PolicyPacks
internal import SourceText

/// `cispol docs`.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", _superCommandName: "cispol",
    abstract: "Write pages about packs: rules, controls, benchmarks, traceability.",
    discussion: """
      Each pack has a folder of its own below the output. A site of HTML needs no
      server and no scripts; Markdown is for repositories and wikis. The cases of
      tests are shown where the folder of a pack is named, because shipped packs
      come without their tests.

      Examples:
        cispol docs cis-aws-foundations --output site/
        cispol docs policies/ --output site/ --format html
      """)

  @Argument(
    help: ArgumentHelp(
      "A folder with a `pack.yaml`, or of such folders, or the name of a shipped pack; all shipped packs when there is none.",
      valueName: "pack"))
  var packs: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("The folder to write to; it is made if missing.", valueName: "folder"))
  var output: String

  @Option(
    name: .long,
    help: ArgumentHelp("The form; both when it is not given.", valueName: "html|markdown"))
  var format: DocumentationPipeline.Form?

  @Option(name: .long, help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("--output must name a folder; `.` is the one you are in")
    }
  }

  func run() throws {
    var request = CheckRequest(now: Clock.now)
    request.shipped = EmbeddedFiles.packs
    for name in packs {
      // A folder that is there is meant, as with other commands.
      if !FileReader.isFolder(name),
        let shipped = request.shipped.first(where: { $0.name == "policies/\(name)" })
      {
        request.packs.append(shipped)
      } else {
        request.packs.append(try PackOptions.folder(name))
      }
    }
    var pipeline = DocumentationPipeline()
    let files: [DocumentationPipeline.BookFile]
    do {
      files = try pipeline.run(
        request, forms: format.map { [$0] } ?? DocumentationPipeline.Form.allCases)
    } catch {
      report(pipeline)
      throw error == .diagnosed
        ? ExitVerdict.unusable : Problem(error.message, help: error.help).reported
    }
    report(pipeline)
    let (writer, folder) = (FolderWriter(output), output.folderPrefix)
    for file in files {
      do {
        try writer.write(file.text, to: file.path)
      } catch {
        throw Problem("`\(folder)\(file.path)` cannot be written: \(error.message)").reported
      }
    }
    try Destination.write("\(files.count.counted("file")) in \(folder.safeOnTerminal)\n", to: nil)
  }

  private func report(_ pipeline: DocumentationPipeline) {
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources, isColoured: color.applies(to: Output.problems))
  }
}

extension DocumentationPipeline.Form: WordArgument {}
