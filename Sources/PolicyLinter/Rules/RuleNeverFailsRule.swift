internal import Diagnostics
internal import PolicyIR

/// Against rules that can never fail.
enum RuleNeverFailsRule: PackLintRule {
  static let id = LintRuleID.ruleNeverFails
  static let level = LintLevel.error
  static let summary = "A rule's requirements always hold, so that it finds nothing."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.rules.compactMap { rule in
      let truths = RuleTruths(rule, pack.whole.conditions)
      guard case .neverFails? = truths.verdict else { return nil }
      return Remark(
        self, "the rule `\(rule.name)` can never fail", at: rule.range, of: rule.name,
        labels: truths.requirements.prefix(1).map {
          Label("this always holds where it applies", at: pack.program.range(of: $0))
        },
        help: "require what was meant, or remove the rule")
    }
  }
}
