internal import ArgumentParser
internal import Pipelines
internal import PolicyPacks
internal import PolicyScaffolds
internal import SourceText

/// `cispol new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the files that a rule or pack starts from.",
    discussion: """
      What is written loads, is formatted, and its tests pass. Files that are there
      are never touched: either all new ones are written, or none.

      Examples:
        cispol new pack acme-rules
        cispol new rule buckets_have_owner --pack acme-rules
      """,
    subcommands: [NewLintRuleCommand.self, NewPackCommand.self, NewRuleCommand.self])

  /// Writes the files of `scaffold` below `folder`, and says what is left to do.
  static func write(_ scaffold: Scaffold, below folder: String) throws {
    do {
      try NewFiles.create(scaffold.files.map { ($0.path, $0.text) }, below: folder)
    } catch {
      switch error {
      case .exists(let path):
        throw Problem("`\(path)` is there already", help: "nothing was written").reported
      case .unwritable(let path, let failure):
        throw Problem("`\(path)` cannot be written: \(failure.message)").reported
      }
    }
    let prefix = folder == "." ? "" : folder.folderPrefix
    let written = scaffold.files.map { "\(prefix)\($0.path)".safeOnTerminal + "\n" }.joined()
    let steps = scaffold.steps.map { "  \($0.safeOnTerminal)\n" }.joined()
    try Destination.write("\(written)\nWhat is left to do:\n\(steps)", to: nil)
  }

  /// Tells people why nothing was written, and returns how the run then ends.
  static func refusal(
    _ failure: ScaffoldPipeline.Failure, _ pipeline: ScaffoldPipeline
  ) -> ExitVerdict {
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources, isColoured: false,
      consequence: "nothing was written")
    return failure == .check(.diagnosed)
      ? ExitVerdict.unusable : Problem(failure.message, help: failure.help).reported
  }
}
