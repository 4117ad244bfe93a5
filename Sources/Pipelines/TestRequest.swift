package import PolicyTesting

/// What a run of tests is asked to do.
package struct TestRequest: Sendable {
  /// The packs; inputs and benchmarks are not looked at, and the instant is that of the cases that
  /// do not say one.
  package var check: CheckRequest

  /// Which cases.
  package var filter: TestFilter?

  /// The number of cases that may run at a time.
  package var jobs = 1

  /// Whether the rules are mutated too.
  package var mutates = false

  /// The most mutants that are tried.
  package var mutantLimit: Int?

  /// Says when no more mutants are to be tried.
  package var isOutOfTime: @Sendable () -> Bool = { false }

  /// The names of the files that changed since all cases were run, if only the cases that this
  /// affects are to be run.
  package var changedFiles: Set<String>?

  /// The cases that are run all the same then, as `rule/case`.
  package var alwaysRun: Set<String> = []

  /// Creates a request to test the packs of `check`.
  package init(_ check: CheckRequest) {
    self.check = check
  }
}

/// What a run of tests gives.
package struct TestedPacks: Sendable {
  /// What came of the cases.
  package let report: TestReport

  /// What the cases show of the rules.
  package let coverage: CoverageReport

  /// What became of mutants, if they were asked for.
  package let mutation: MutationReport?

  /// The files with snapshots that should be otherwise, for the cases to pass.
  package let outdatedSnapshots: [SnapshotFile]
}
