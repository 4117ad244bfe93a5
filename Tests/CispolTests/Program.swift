import Foundation
import TestSupport

/// The program as it was built, run as people run it.
struct Program {
  /// What a run leaves.
  struct Result: Equatable {
    let output: String
    let problems: String
    let code: Int32
  }

  static let plan = ShippedPacks.project.appending(path: "examples/quickstart/plan.json").path
  static let instant = "2026-01-01T00:00:00Z"

  /// Where it stands: beside the tests.
  static var path: URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let file = folder.appending(path: "cispol")
      if FileManager.default.isExecutableFile(atPath: file.path) { return file }
      folder.deleteLastPathComponent()
    }
    return ShippedPacks.project.appending(path: ".build/debug/cispol")
  }

  /// Runs the program with `arguments` and returns what it leaves.
  static func run(
    _ arguments: String..., input: String? = nil
  ) throws -> Result {
    try run(arguments, input: input)
  }

  /// Runs the program with `arguments` in `place`, or the folder of the project, and returns what it
  /// leaves.
  static func run(
    _ arguments: [String], input: String? = nil, in place: Folder? = nil
  ) throws -> Result {
    try run(path, arguments, [:], input: input, in: place)
  }

  /// Runs `script` by a shell in `place`, with the path of the program as `$cispol`, and returns what
  /// it leaves.
  static func shell(_ script: String, in place: Folder) throws -> Result {
    try run(
      URL(filePath: "/bin/sh"), ["-c", script], ["cispol": path.path, "PATH": "/usr/bin:/bin"],
      in: place)
  }

  private static func run(
    _ program: URL, _ arguments: [String], _ environment: [String: String],
    input: String? = nil, in place: Folder?
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = place?.url ?? ShippedPacks.project
    process.environment = environment
    let folder = try Folder()
    let (output, problems) = (folder.file("output"), folder.file("problems"))
    for file in [output, problems] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: problems)
    let text = folder.file("input")
    try Data((input ?? "").utf8).write(to: text)
    process.standardInput = try FileHandle(forReadingFrom: text)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: output, encoding: .utf8),
      problems: try String(contentsOf: problems, encoding: .utf8), code: process.terminationStatus)
  }
}
