internal import ArgumentParser

/// `cispol version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", _superCommandName: "cispol", abstract: "Print the version.",
    discussion: """
      Example:
        cispol version
      """)

  func run() throws {
    try Output.print(Array("cispol \(Cispol.version)\n".utf8))
  }
}
