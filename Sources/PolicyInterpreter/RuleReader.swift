package import PolicyIR
package import ResourceModel

/// Judges resources by one rule, one after another, without starting anew each time.
package struct RuleReader {
  private var judgement: RuleJudgement

  /// Creates the reader of `rule` with `parameters`.
  package init(_ evaluation: Evaluation, _ rule: RuleID, parameters: [Int: Value]) {
    judgement = RuleJudgement(evaluation, rule, parameters: parameters)
  }

  /// Returns what the rule says of the resource `row`.
  package mutating func outcome(of row: RowID) -> SubjectOutcome { judgement.outcome(of: row) }
}
