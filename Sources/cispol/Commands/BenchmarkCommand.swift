internal import ArgumentParser

/// `cispol benchmark`.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Look at benchmarks.",
    subcommands: [BenchmarkDiffCommand.self])
}
