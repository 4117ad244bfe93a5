internal import Diagnostics
internal import PolicyIR

/// Against rules that no resource can satisfy.
enum RuleNeverPassesRule: PackLintRule {
  static let id = LintRuleID.ruleNeverPasses
  static let level = LintLevel.error
  static let summary = "A rule requires what cannot be where it applies, so that nothing passes."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.rules.compactMap { rule in
      let truths = RuleTruths(rule, pack.whole.conditions)
      guard case .neverPasses(let requirement)? = truths.verdict else { return nil }
      return Remark(
        self, "the rule `\(rule.name)` can never pass", at: rule.range, of: rule.name,
        labels: [
          Label("this never holds where it applies", at: pack.program.range(of: requirement))
        ],
        help: "require what was meant, or remove the rule")
    }
  }
}
