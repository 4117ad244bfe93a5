import Foundation
import TestSupport

/// simdjson, another reader of JSON, in a program that is compiled when it is asked for.
enum Simdjson {
  /// Whether its headers and a compiler are there.
  static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: "/usr/include/simdjson.h") && compiler != nil
  }

  private static var compiler: String? {
    ["/usr/bin/clang++", "/usr/bin/g++"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Returns for each text whether simdjson takes it.
  static func accepts(_ texts: [[UInt8]]) throws -> [Bool] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "cispol-simdjson-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "accepts")
    let source = ShippedPacks.project.appending(path: "Tests/Fixtures/simdjson/accepts.cpp").path
    try run(
      URL(filePath: compiler ?? ""),
      ["-std=c++17", "-O1", source, "-lsimdjson", "-o", program.path],
      input: Data(), output: folder.appending(path: "log"))
    var input = Data()
    for text in texts {
      for shift in [0, 8, 16, 24] { input.append(UInt8(truncatingIfNeeded: text.count >> shift)) }
      input.append(contentsOf: text)
    }
    let output = folder.appending(path: "output")
    try run(program, [], input: input, output: output)
    return try Data(contentsOf: output).map { $0 == UInt8(ascii: "1") }
  }

  /// Runs `program`, which must succeed.
  private static func run(
    _ program: URL, _ arguments: [String], input: Data, output: URL
  ) throws {
    let inputFile = output.deletingLastPathComponent().appending(path: "input")
    try input.write(to: inputFile)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }
}
