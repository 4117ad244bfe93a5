package import PolicyIR
package import PolicyInterpreter
package import SourceText

/// What came of one case of a test.
package struct CaseResult: Sendable {
  /// The rule that was tested.
  package let rule: RuleID

  /// The name of the case.
  package let name: String

  /// Where the name is written.
  package let range: SourceRange

  /// What was not as expected; empty when all was.
  package let failures: [CaseFailure]

  /// The statuses that the rule gave, whatever was expected.
  package let statuses: Set<Status>

  /// What the terms of the program gave, unless the input could not be made.
  package let record: EvaluationRecord?

  /// What it gives, if it is held to a snapshot and could be run.
  package let snapshot: [String]?

  /// Whether the case passed.
  package var hasPassed: Bool { failures.isEmpty }
}
