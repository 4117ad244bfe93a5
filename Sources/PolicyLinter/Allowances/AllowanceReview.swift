internal import SourceText

/// Sorts remarks into those that stand and those that are allowed, and finds out what allows none.
struct AllowanceReview {
  private let configuration: LintConfiguration
  private let active: [LintRuleID]
  private let reader: AllowanceReader
  /// The places of allowances that allowed a remark of the rule.
  private var used: Set<Use> = []

  private struct Use: Hashable {
    let rule: LintRuleID
    let range: SourceRange
  }

  /// Creates the review of the remarks by the rules `active` on the text that was read by `reader`.
  init(_ reader: AllowanceReader, _ configuration: LintConfiguration, _ active: [LintRuleID]) {
    self.configuration = configuration
    self.active = active
    self.reader = reader
  }

  /// Adds each of `remarks`, with the level it has here, to where it belongs in `report`.
  mutating func insert(_ remarks: [Remark], into report: inout LintReport) {
    for var remark in remarks {
      remark.level = configuration.level(of: remark.rule)
      if let reason = reason(for: remark) {
        report.allowed.append(LintReport.Allowed(remark: remark, reason: reason))
      } else {
        report.remarks.append(remark)
      }
    }
  }

  /// Returns why the remark may stand, if it may; everything that allows it counts as used.
  private mutating func reason(for remark: Remark) -> String? {
    var reasons: [String] = []
    for allowance in reader.allowances where allowance.covers(remark) {
      used.insert(Use(rule: remark.rule, range: allowance.range))
      reasons.append(allowance.reason)
    }
    for exception in configuration.exceptions[remark.rule] ?? []
    where exception.name == remark.subject {
      used.insert(Use(rule: remark.rule, range: exception.range))
      reasons.append(exception.reason)
    }
    return reasons.first
  }

  /// What is to be said about the allowances themselves.
  var result: ReviewedAllowances {
    var unused: [(rule: LintRuleID, range: SourceRange, isException: Bool)] = []
    for allowance in reader.allowances {
      for rule in allowance.rules where isUnused(rule, allowance.range) {
        unused.append((rule, allowance.range, false))
      }
    }
    for rule in active {
      for exception in configuration.exceptions[rule] ?? []
      where isUnused(rule, exception.range) {
        unused.append((rule, exception.range, true))
      }
    }
    return ReviewedAllowances(malformed: reader.malformed, unused: unused)
  }

  private func isUnused(_ rule: LintRuleID, _ range: SourceRange) -> Bool {
    active.contains(rule) && !used.contains(Use(rule: rule, range: range))
  }
}
