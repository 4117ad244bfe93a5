package import PolicyIR

/// What came of a run of tests.
package struct TestReport: Sendable {
  /// The program that was tested.
  package let program: Program

  /// The packs that were tested; all when there are none.
  package let packs: Set<String>

  /// The cases, in the order of the text.
  package let results: [CaseResult]

  /// Which cases were asked for.
  package let filter: TestFilter?

  /// Kept snapshots that no case asks for.
  package var staleSnapshots: [StaleSnapshot] = []

  /// Returns what the case is called among all: `rule/case`.
  package func key(of result: CaseResult) -> String {
    "\(program[result.rule].name)/\(result.name)"
  }

  /// The number of cases that passed.
  package var passed: Int { results.count { $0.hasPassed } }

  /// The number of cases that did not.
  package var failed: Int { results.count - passed }

  /// Whether there were cases, all passed, and each kept snapshot is one of a case.
  package var hasPassed: Bool { !results.isEmpty && failed == 0 && staleSnapshots.isEmpty }
}
