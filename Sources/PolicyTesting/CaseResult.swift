package import PolicyIR
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

  /// Whether the case passed.
  package var hasPassed: Bool { failures.isEmpty }
}

/// One way in which a case was not as expected.
package struct CaseFailure: Hashable, Sendable {
  /// What was wrong, in one sentence.
  package let message: String

  /// The expectation, or the case, that it is about.
  package let range: SourceRange

  /// What the rule gave, a line for each resource.
  package let actual: [String]
}
