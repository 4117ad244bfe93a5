package import SourceText
internal import StructuredText

/// A pack whose pack file and benchmarks were read, and whose policies wait to be parsed.
package struct LoadedPack: Sendable {
  /// What the pack says of itself.
  package let manifest: PackManifest

  /// The files in the rule language, in the order of their paths.
  package let policies: [FileID]

  /// The files with rules in YAML, in the order of their paths.
  package let ruleFiles: [FileID]

  /// The files with tests in YAML, in the order of their paths.
  package let testFiles: [FileID]

  /// Whether it has benchmarks, which a run that does not need them leaves unread.
  package let hasBenchmarks: Bool

  /// The benchmarks, in the order of their files, those that extend others last.
  package internal(set) var benchmarks: [Benchmark]

  /// The benchmarks that extend others, which are not looked up yet.
  let overlays: [BenchmarkOverlay]

  /// The benchmarks that those of the pack extend, as far as their names can be read.
  package var extendedBenchmarks: [BenchmarkRequest] {
    overlays.compactMap { $0.root.member("extends")?.string }.compactMap {
      try? BenchmarkRequest.parse($0)
    }
  }
}
