internal import PolicyPacks

/// Against controls that a program could tell and no rule does.
enum ControlWithoutRuleRule: PackLintRule {
  static let id = LintRuleID.controlWithoutRule
  static let level = LintLevel.warning
  static let summary = "An automated control of a benchmark has no rule that decides it."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.pack.benchmarks.flatMap { benchmark in
      benchmark.controls.filter { $0.assessment == .automated && $0.rules.isEmpty }.map { control in
        Remark(
          self, "no rule decides the control \(control.id) of `\(benchmark.label)`",
          at: control.range, of: control.slug,
          help: "name its rules, or say `assessment: manual` if only a person can tell")
      }
    }
  }
}
