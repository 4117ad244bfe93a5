internal import PolicyIR

/// Against rules that nobody tried.
enum MissingTestRule: PackLintRule {
  static let id = LintRuleID.missingTest
  static let level = LintLevel.warning
  static let summary = "No `test` block in sight tries a rule."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let tested = Set(pack.program.tests.filter { !$0.cases.isEmpty }.map(\.rule.index))
    return pack.program.rules.indices.compactMap { index in
      let rule = pack.program.rules[index]
      guard rule.pack == pack.name, !tested.contains(index) else { return nil }
      return Remark(
        self, "the rule `\(rule.name)` has no test", at: rule.range, of: rule.name,
        help: "write `test \(rule.name)` with a case that passes, one that fails and an unknown one"
      )
    }
  }
}
