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
      What was changed is listed. A file with mistakes of form is not touched, nor is one
      that cannot be read or written; the others are formatted all the same. The standard
      input is a policy, or YAML with rules or tests.

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
      let found = PolicyFiles.find(at: path)
      for (path, error) in found.failures {
        isUnusable = true
        FormatCommand.complain("`\(path)` cannot be read", error)
      }
      for path in found.paths {
        let file: PolicyFile
        do throws(FileError) {
          file = try PolicyFiles.read(path)
        } catch {
          isUnusable = true
          FormatCommand.complain("`\(path)` cannot be read", error)
          continue
        }
        switch pipeline.format(file) {
        case .formatted(let bytes):
          isChanged = true
          if try !finish(file, at: path, bytes) { isUnusable = true }
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

  /// Does with the file at `path` that is not in its canonical form, `bytes`, what is asked for;
  /// returns `false` after it has said why it cannot.
  private func finish(_ file: PolicyFile, at path: String, _ bytes: [UInt8]) throws -> Bool {
    if diff {
      try Output.show(FormatPipeline.difference(from: file, to: bytes))
      return true
    }
    if path == "-" {
      try Output.print(check ? Array("\(file.name)\n".utf8) : bytes)
      return true
    }
    if !check {
      do throws(FileError) {
        try AtomicFile.replace(path, by: bytes)
      } catch {
        FormatCommand.complain("`\(path)` cannot be written", error)
        return false
      }
    }
    try Output.print(Array("\(path.safeOnTerminal)\n".utf8))
    return true
  }

  /// Says what is wrong with one file; the others are formatted all the same.
  private static func complain(_ message: String, _ error: FileError) {
    _ = Problem("\(message): \(error.message)", help: error.help).reported
  }
}
