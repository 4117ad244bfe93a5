internal import PolicyIR
internal import PolicyPacks

/// Against rules that no control needs, in packs that have benchmarks.
enum RuleInNoBenchmarkRule: PackLintRule {
  static let id = LintRuleID.ruleInNoBenchmark
  static let level = LintLevel.warning
  static let summary = "A rule of a pack with benchmarks is in none, so that no run evaluates it."

  static func remarks(on pack: LintedPack) -> [Remark] {
    guard !pack.pack.benchmarks.isEmpty else { return [] }
    let used = Set(
      pack.whole.packs.flatMap(\.benchmarks).flatMap(\.controls).flatMap(\.rules).map(\.rule))
    return pack.rules.filter { used.isDisjoint(with: [$0.name] + $0.formerNames) }.map { rule in
      Remark(
        self, "the rule `\(rule.name)` is in no benchmark", at: rule.range, of: rule.name,
        help: "name it in the control that it decides, or remove it")
    }
  }
}
