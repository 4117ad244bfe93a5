import Foundation
import TestSupport
import Testing

/// What is written to, and read from, others who are slow or who take nothing.
@Suite struct PipeTests {
  @Test(.timeLimit(.minutes(2))) func aReportWaitsForWhoeverReadsIt() throws {
    let whole = try Program.run(
      "check", "--input", Program.plan, "--now", Program.instant, "--format", "json", "--all")
    #expect(whole.output.utf8.count > 1 << 16)
    let output = Pipe()
    let writer = output.fileHandleForWriting.fileDescriptor
    _ = fcntl(writer, F_SETFL, fcntl(writer, F_GETFL) | O_NONBLOCK)
    let process = Process()
    process.executableURL = Program.path
    process.arguments = [
      "check", "--input", Program.plan, "--now", Program.instant, "--format", "json", "--all",
    ]
    process.currentDirectoryURL = ShippedPacks.project
    process.environment = [:]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try output.fileHandleForWriting.close()
    // By then the pipe is full.
    Thread.sleep(forTimeInterval: 3)
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(String(decoding: bytes, as: UTF8.self) == whole.output)
  }

  @Test(.timeLimit(.minutes(2))) func anInputIsWaitedFor() throws {
    let input = Pipe()
    let reader = input.fileHandleForReading.fileDescriptor
    _ = fcntl(reader, F_SETFL, fcntl(reader, F_GETFL) | O_NONBLOCK)
    let process = Process()
    process.executableURL = Program.path
    process.arguments = ["check", "--input", "-", "--now", Program.instant]
    process.currentDirectoryURL = ShippedPacks.project
    process.environment = [:]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    let problems = Pipe()
    process.standardError = problems
    try process.run()
    // A program that does not wait is gone by then, which is to fail this test and not to end all.
    _ = signal(SIGPIPE, SIG_IGN)
    // By then the program looks for the first byte.
    Thread.sleep(forTimeInterval: 2)
    let plan = try Data(contentsOf: URL(filePath: Program.plan))
    try input.fileHandleForWriting.write(contentsOf: plan.prefix(1000))
    Thread.sleep(forTimeInterval: 1)
    try input.fileHandleForWriting.write(contentsOf: plan.dropFirst(1000))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let said = try problems.fileHandleForReading.readToEnd() ?? Data()
    #expect(process.terminationStatus == 1)
    #expect(said.isEmpty, "\(String(decoding: said, as: UTF8.self))")
  }

  @Test(arguments: [
    "version", "--help", "check --help", "compile-packs", "--generate-completion-script bash",
    "explain unused-let",
  ])
  func whatCannotBeWrittenIsAnError(_ arguments: String) throws {
    let result = try Program.shell("\"$cispol\" \(arguments) > /dev/full", in: Folder())
    #expect(result.code == 2)
    #expect(result.problems.contains("cannot be written: no space left on device"))
  }
}
