internal import ArgumentParser
internal import Diagnostics
internal import Pipelines
internal import SourceText

/// `cispol fmt`.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", _superCommandName: "cispol",
    abstract: "Give policies their one canonical form.",
    discussion: """
      Of a folder, every policy and every YAML file with rules or tests below it is
      formatted.
      What was changed is listed. A file with mistakes of form is not touched.

      Examples:
        cispol fmt rules/
        cispol fmt --check rules/
        cispol fmt --diff rules/buckets.cispol
        cispol fmt - < draft.cispol

      Exit codes:
        0  all files have their canonical form, or were given it
        1  with --check: some files do not have it
        2  some file could not be formatted
      """)

  @Argument(
    help: ArgumentHelp(
      "Files and folders; `-` is the standard input, formatted to the output.",
      valueName: "path"))
  var paths: [String]

  @Flag(name: .long, help: "Change nothing; list what would be changed, and fail then.")
  var check = false

  @Flag(name: .long, help: "Change nothing; show what would be changed.")
  var diff = false

  @Option(
    name: .long, help: ArgumentHelp("Whether to use colour.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  func run() throws {
    var pipeline = FormatPipeline()
    var (isUnusable, isChanged) = (false, false)
    for path in paths {
      for file in try PolicyFiles.read(path) {
        switch pipeline.format(PolicyFile(name: file.name, bytes: file.bytes)) {
        case .formatted(let bytes):
          isChanged = true
          try finish(file, bytes)
        case .unchanged:
          if path == "-", !check, !diff { try Output.print(file.bytes) }
        case .untouched: isUnusable = true
        }
      }
    }
    Problem.report(
      pipeline.diagnostics, in: pipeline.sources, isColoured: color.applies(to: Output.problems),
      consequence: "those files were left alone")
    if isUnusable { throw ExitVerdict.unusable }
    if check, isChanged { throw ExitVerdict(code: 1) }
  }

  /// Does with a file that is not in its canonical form, `bytes`, what is asked for.
  private func finish(_ file: PolicyFile, _ bytes: [UInt8]) throws {
    if diff { return try Output.show(FormatPipeline.difference(from: file, to: bytes)) }
    if file.name == PolicyFiles.standardInput {
      return try Output.print(check ? Array("\(file.name)\n".utf8) : bytes)
    }
    if !check {
      do {
        try AtomicFile.replace(file.name, by: bytes)
      } catch {
        throw Problem("`\(file.name)` cannot be written: \(error.message)").reported
      }
    }
    try Output.print(Array("\(file.name.safeOnTerminal)\n".utf8))
  }
}
