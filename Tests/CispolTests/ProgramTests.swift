import Foundation
import TestSupport
import Testing

@Suite struct ProgramTests {
  @Test func theVersionIsPrinted() throws {
    let result = try Program.run("version")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("cispol 0."))
  }

  @Test(arguments: [
    [], ["check"], ["explain"], ["fmt"], ["lint"], ["new"], ["new", "lint-rule"], ["new", "pack"],
    ["new", "rule"], ["version"],
  ])
  func theHelpOfEveryCommandHasExamples(_ command: [String]) throws {
    let result = try Program.run(command + ["--help"])
    #expect(result.code == 0)
    #expect(result.output.contains("\n  cispol ") || result.output.contains("\n    cispol "))
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE") }
    let widest = lines.map(\.count).max() ?? 0
    #expect(widest <= 80)
  }

  @Test func anUnknownCommandIsAnError() throws {
    let result = try Program.run("chekc")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
  }

  /// A command is read by itself when its arguments are right; what is said is said of the whole
  /// command line.
  @Test(arguments: [
    (
      ["check", "--nope"],
      "Error: Unknown option '--nope'. Did you mean '--now'?\nUsage: cispol check "
    ),
    (["check", "--jobs", "0"], "Error: --jobs must be at least 1\nUsage: cispol check "),
    (["version", "extra"], "Error: Unexpected argument 'extra'\nUsage: cispol version\n"),
    (["fmt", "--nope"], "Error: Missing expected argument '<path> ...'\n"),
    (["new", "packs"], "Error: Unexpected argument 'packs'\nUsage: cispol new "),
  ])
  func whatIsWrongIsSaidOfTheWholeCommandLine(_ arguments: [String], _ start: String) throws {
    let result = try Program.run(arguments)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.problems.hasPrefix(start), "\(result.problems)")
  }

  @Test func whatTheRootKnowsIsKnownBehindACommandToo() throws {
    let version = try Program.run("--version")
    #expect(version.code == 0 && version.output.hasPrefix("0."))
    #expect(try Program.run("check", "--version") == version)
    let script = try Program.run("--generate-completion-script", "bash")
    #expect(script.code == 0 && script.output.hasPrefix("#!/bin/bash"))
    #expect(try Program.run("check", "--generate-completion-script", "bash") == script)
    let help = try Program.run("check", "--help")
    #expect(help.code == 0 && help.output.contains("USAGE: cispol check "))
    #expect(try Program.run("help", "check") == help)
  }

  @Test func theListOfEmbeddedFilesIsUpToDate() throws {
    let process = Process()
    process.executableURL = ShippedPacks.project.appending(path: "scripts/embed-packs")
    process.arguments = ["--print"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let file = ProjectFiles.text("Sources/EmbeddedPacks/EmbeddedPacks.c")
    #expect(String(decoding: bytes, as: UTF8.self) == file, "run scripts/embed-packs")
  }
}
