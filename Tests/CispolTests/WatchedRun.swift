import Foundation
import Testing

/// A run of the program that goes on until it is stopped.
final class WatchedRun {
  private let process = Process()
  private let place: Folder

  /// Starts the program with `arguments` in `folder`, or where this process is.
  init(_ arguments: [String], in folder: Folder? = nil) throws {
    place = try Folder(["output": "", "problems": ""])
    process.executableURL = Program.path
    process.arguments = arguments
    process.environment = [:]
    if let folder { process.currentDirectoryURL = folder.url }
    process.standardOutput = try FileHandle(forWritingTo: place.file("output"))
    process.standardError = try FileHandle(forWritingTo: place.file("problems"))
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Waits until `text` was written to the standard output.
  func wait(for text: String) throws { try wait(for: text, in: "output") }

  /// Waits until `text` was written to the standard error.
  func wait(forProblem text: String) throws { try wait(for: text, in: "problems") }

  private func wait(for text: String, in name: String) throws {
    var seen = ""
    for _ in 0..<1200 {
      seen = try String(contentsOf: place.file(name), encoding: .utf8)
      if seen.contains(text) { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    Issue.record("`\(text)` never came: \(seen)")
  }

  /// Interrupts the program, and returns whether it ends as one that has nothing to complain of.
  func stop() -> Bool {
    process.interrupt()
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}
