internal import PolicySyntax

/// Against rules that do not say what to do.
enum MissingRemediationRule: PackLintRule {
  static let id = LintRuleID.missingRemediation
  static let level = LintLevel.note
  static let summary = "A rule does not say what to do about a failure."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.writtenRules.compactMap { tree, rule in
      let hasRemediation = rule.statements.contains {
        if case .remediation = $0 { true } else { false }
      }
      if hasRemediation { return nil }
      let name = tree.text(of: rule.name)
      return Remark(
        self, "the rule `\(name)` has no remediation", at: tree.range(of: rule.name), of: name,
        help: "add `remediation` with what to do about a failure")
    }
  }
}
