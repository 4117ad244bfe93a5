package import PolicyIR

/// What came of a run of tests.
package struct TestReport: Sendable {
  /// The program that was tested.
  package let program: Program

  /// The cases, in the order of the text.
  package let results: [CaseResult]

  /// Which cases were asked for.
  package let filter: TestFilter?

  /// The number of cases that passed.
  package var passed: Int { results.count { $0.hasPassed } }

  /// The number of cases that did not.
  package var failed: Int { results.count - passed }

  /// Whether there were cases, and all passed.
  package var hasPassed: Bool { !results.isEmpty && failed == 0 }
}
