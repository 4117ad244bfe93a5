internal import Diagnostics
internal import PolicyIR

/// Against rules that never apply to any resource.
enum RuleNeverAppliesRule: PackLintRule {
  static let id = LintRuleID.ruleNeverApplies
  static let level = LintLevel.error
  static let summary = "A rule's `where` never holds, so that it judges nothing."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.rules.compactMap { rule in
      let truths = RuleTruths(rule, pack.whole.conditions)
      guard case .neverApplies? = truths.verdict else { return nil }
      return Remark(
        self, "the rule `\(rule.name)` never applies to any resource", at: rule.range,
        of: rule.name,
        labels: truths.filters.prefix(1).map {
          Label("its `where` never holds", at: pack.program.range(of: $0))
        },
        help: "change the condition, or remove the rule")
    }
  }
}
