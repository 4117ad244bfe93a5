import Foundation
import TestSupport
import Testing

/// The tutorial is true: its files are written and its commands are run, one after the other.
@Suite struct TutorialTests {
  private static let path = "docs/tutorial.md"

  /// What a command left: its output, whichever way it came, and its exit code.
  private static func run(_ command: String, in folder: Folder) throws -> (String, Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; \(command)"]
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "\(Program.path.deletingLastPathComponent().path):/usr/bin:/bin"]
    let place = try Folder(["output": ""])
    let output = place.file("output")
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return (try String(contentsOf: output, encoding: .utf8), process.terminationStatus)
  }

  @Test func everyFileAndCommandDoesWhatThePageSays() throws {
    let page = try #require(MarkdownPage(Self.path))
    let folder = try Folder()
    var text = try #require(ProjectFiles.text(Self.path))
    let written = text
    var commands = 0
    for block in page.blocks {
      if let path = block.value(of: "file") {
        let file = folder.file(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(block.bytes).write(to: file)
        continue
      }
      try #require(block.tags.first == "console", "\(block)")
      let lines = block.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let command = try #require(lines.first.map(String.init))
      try #require(command.hasPrefix("$ "), "\(block)")
      let (output, code) = try Self.run(String(command.dropFirst(2)), in: folder)
      #expect(code == Int32(block.value(of: "exit") ?? "0"), "\(block)")
      let actual = "\(command)\n\(output)"
      #expect(
        block.text.trimmingCharacters(in: .newlines) == actual.trimmingCharacters(in: .newlines),
        "\(block)")
      let fence = "```\(block.tags.joined(separator: " "))\n"
      text = text.replacing(
        "\(fence)\(block.text)```",
        with: "\(fence)\(actual.trimmingCharacters(in: .newlines))\n```")
      commands += 1
    }
    #expect(commands >= 8)
    guard ProcessInfo.processInfo.environment["CISPOL_UPDATE"] != nil, text != written else {
      return
    }
    try Data(text.utf8).write(to: ShippedPacks.project.appending(path: Self.path))
    Issue.record("\(Self.path) was written; look at the difference")
  }
}
