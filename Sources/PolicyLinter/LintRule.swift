/// Advice about packs that load: one habit that a policy is better without.
///
/// What a rule cannot be sure of it does not say: a remark that is wrong costs more trust than one
/// that is missing.
package protocol LintRule {
  /// The name.
  static var id: LintRuleID { get }

  /// How much its remarks matter where no configuration says otherwise.
  static var level: LintLevel { get }

  /// What it is against, in one sentence.
  static var summary: String { get }
}

/// A rule that looks at one pack, with everything that is in sight of it.
package protocol PackLintRule: LintRule {
  /// Returns what is to be said about `pack`, in any order.
  static func remarks(on pack: LintedPack) -> [Remark]
}

/// A rule that looks at what a project decided about findings, beside all packs.
package protocol ProjectLintRule: LintRule {
  /// Returns what is to be said about `project`, in any order.
  static func remarks(on project: LintedProgram) -> [Remark]
}

/// A rule that looks at how remarks are allowed, when all others were given.
package protocol AllowanceLintRule: LintRule {
  /// Returns what is to be said about `allowances`, in any order.
  static func remarks(on allowances: ReviewedAllowances) -> [Remark]
}
