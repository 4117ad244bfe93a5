/// Against comments that were to allow something and do not.
enum MalformedAllowanceRule: AllowanceLintRule {
  static let id = LintRuleID.malformedAllowance
  static let level = LintLevel.error
  static let summary = "A comment for the linter names no rule that there is, or gives no reason."

  static func remarks(on allowances: ReviewedAllowances) -> [Remark] {
    allowances.malformed.map {
      Remark(self, $0.message, at: $0.range, of: nil, help: $0.help)
    }
  }
}
