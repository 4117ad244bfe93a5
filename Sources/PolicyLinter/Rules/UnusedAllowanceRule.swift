/// Against allowances for what is no longer there.
enum UnusedAllowanceRule: AllowanceLintRule {
  static let id = LintRuleID.unusedAllowance
  static let level = LintLevel.warning
  static let summary = "A remark is allowed where there is none."

  static func remarks(on allowances: ReviewedAllowances) -> [Remark] {
    allowances.unused.map { rule, range, isException in
      Remark(
        self,
        isException
          ? "`\(rule.rawValue)` says nothing of this name"
          : "`\(rule.rawValue)` says nothing here",
        at: range, of: nil, help: "remove what allows it")
    }
  }
}
