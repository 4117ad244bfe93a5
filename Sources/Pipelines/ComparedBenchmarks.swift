package import PolicyPacks

/// What is different between two versions of a benchmark, and what that makes of waivers and
/// attestations.
package struct ComparedBenchmarks: Sendable {
  /// What is different.
  package let comparison: BenchmarkComparison

  /// What becomes of the waivers and attestations that speak of the earlier version.
  package let migrations: [DecisionMigration]

  /// The files of waivers and attestations that change.
  package let files: [FixedFile]

  /// Whether there are files with waivers or attestations at all.
  let hasDecisions: Bool
}
