internal import ArgumentParser
internal import Glibc

/// The program: arguments and files in, bytes and an exit code out.
@main
struct Cispol: ParsableCommand {
  /// The version of the program.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cispol",
    abstract: "Judge cloud resources by rules; what cannot be decided never passes.",
    discussion: """
      Examples:
        cispol check --input plan.json              judge a plan by the shipped packs
        cispol check rules/ --input plan.json       judge it by rules of your own
        cispol check rules/                         look for mistakes in them
        cispol test rules/                          run their tests
        cispol explain 3f9a0c12 --input plan.json   why a finding is what it is
        cispol explain unknown-attribute            what a diagnostic means
        cispol fmt rules/                           put policies in their form
        cispol lint rules/                          get advice about them
        cispol new pack acme-rules                  start a pack of your own
        cispol docs rules/ --output site/           write pages about them
        cispol benchmark diff 1.2.0 1.4.0           what changed between versions

      Exit codes:
        0  nothing fails
        1  something fails
        2  the run, its packs or its inputs cannot be used
        3  nothing fails, and something is undecided
        4  nothing was evaluated
      """,
    version: version,
    subcommands: [
      BenchmarkCommand.self, CheckCommand.self, CompilePacksCommand.self, DocsCommand.self,
      ExplainCommand.self, FormatCommand.self, LintCommand.self, NewCommand.self,
      TestCommand.self, VersionCommand.self,
    ])

  /// Runs the program, and ends it with the exit code that the run has.
  static func main() {
    // Whoever reads the report may stop early; writing then fails, which is dealt with there.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = if let named = namedCommand() { named } else { try parseAsRoot() }
      try command.run()
    } catch let verdict as ExitVerdict {
      Glibc.exit(verdict.code)
    } catch {
      let isHelp = exitCode(for: error).isSuccess
      let text = fullMessage(for: error)
      // Whatever was asked for wrongly is a run that cannot be used.
      guard isHelp else {
        if !text.isEmpty { Output.complain(text) }
        Glibc.exit(ExitVerdict.unusable.code)
      }
      do {
        try Output.print(Array((text + "\n").utf8))
      } catch {
        // What is wrong was said.
        Glibc.exit(ExitVerdict.unusable.code)
      }
      Glibc.exit(0)
    }
  }

  /// Returns the command that the first argument names, if the others are right for it.
  ///
  /// From the root all arguments are held against each level of the tree of commands, and against
  /// requests for completion scripts, which takes longer than reading them. So that is left to what
  /// this does not know: commands with commands in them, requests for help, and every mistake.
  private static func namedCommand() -> (any ParsableCommand)? {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first,
      let type = configuration.subcommands.first(where: { $0._commandName == name }),
      type.configuration.subcommands.isEmpty
    else { return nil }
    // What is wrong with them is said from the root, which knows the whole command line.
    guard let command = try? type.parseAsRoot(Array(arguments.dropFirst())),
      Swift.type(of: command) == type
    else { return nil }
    return command
  }
}

/// Ends a command with an exit code.
struct ExitVerdict: Error {
  /// The exit code.
  let code: Int32

  /// The run cannot be used.
  static let unusable = ExitVerdict(code: 2)
}
