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
