internal import ArgumentParser
internal import Glibc
internal import PolicyLinter
internal import PolicyScaffolds
internal import SourceText

/// `cispol new lint-rule`.
struct NewLintRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint-rule",
    abstract: "Write a lint rule of cispol itself, with its page and cases.",
    discussion: """
      Example, in the folder of the sources of cispol:
        cispol new lint-rule unused-variable
      """)

  @Argument(
    help: ArgumentHelp("The name: words in lower case with dashes.", valueName: "name"))
  var name: String

  @Option(
    name: .long, help: ArgumentHelp("The folder with the sources of cispol.", valueName: "path"))
  var root = "."

  func run() throws {
    guard let scaffold = LintRuleScaffold(id: name)?.scaffold else {
      throw Problem(
        "`\(name)` is no name for a lint rule", help: "write words with dashes: `unused-variable`"
      ).reported
    }
    guard LintRuleID(rawValue: name) == nil else {
      throw Problem("there is a lint rule `\(name)`", help: "choose another name").reported
    }
    let sources = root.folderPrefix
    guard unsafe access(sources + "Sources/PolicyLinter/LintRuleID.swift", F_OK) == 0 else {
      throw Problem(
        "`\(root)` does not hold the sources of cispol", help: "name their folder with `--root`"
      ).reported
    }
    try NewCommand.write(scaffold, below: root)
  }
}
