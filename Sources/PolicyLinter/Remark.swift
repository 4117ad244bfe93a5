package import Diagnostics
package import SourceText

/// What a lint rule says about a place in a pack.
package struct Remark: Hashable, Sendable {
  /// The rule that says it.
  package let rule: LintRuleID

  /// How much it matters; the standard of the rule until the configuration of the pack is applied.
  package var level: LintLevel

  /// What is said: lower case, no final period, the user's text in backticks.
  package let message: String

  /// What is spoken of.
  package let primary: SourceRange

  /// Other places that explain it.
  package let labels: [Label]

  /// What to do about it.
  package let help: String?

  /// Changes that would answer it.
  package var fixIts: [FixIt]

  /// The name by which a configuration can except the place: of a rule, a function, a control.
  package let subject: String?

  /// Creates a remark of the rule `rule` about `primary`.
  package init(
    _ rule: any LintRule.Type, _ message: String, at primary: SourceRange, of subject: String?,
    labels: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
  ) {
    self.rule = rule.id
    self.level = rule.level
    self.message = message
    self.primary = primary
    self.subject = subject
    self.labels = labels
    self.help = help
    self.fixIts = fixIts
  }
}

extension Remark: Comparable {
  package static func < (left: Remark, right: Remark) -> Bool {
    if left.primary != right.primary { return left.primary < right.primary }
    if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
    return left.message < right.message
  }
}
