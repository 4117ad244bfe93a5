internal import Diagnostics
package import PolicyLinter
internal import SourceText

extension SARIFLog {
  /// Returns what the linter says; `page` returns the page about a rule, if there is one.
  package static func lint(
    _ report: LintReport, version: String, page: (LintRuleID) -> String?
  ) -> SARIFLog {
    let rules = LintRuleID.allCases.map { id in
      Rule(
        id: id.rawValue, summary: id.rule.summary, help: page(id) ?? "",
        level: Level(id.rule.level))
    }
    let results =
      report.remarks.map { result($0, justification: nil) }
      + report.allowed.map { result($0.remark, justification: $0.reason) }
    return SARIFLog(tool: "cispol lint", version: version, rules: rules, results: results)
  }

  private static func result(_ remark: Remark, justification: String?) -> Result {
    let help = remark.help.map { "; \($0)" } ?? ""
    return Result(
      rule: remark.rule.rawValue, level: Level(remark.level), message: remark.message + help,
      locations: [Location(remark.primary)],
      relatedLocations: remark.labels.map { Location($0.range, message: $0.text) },
      fixes: remark.fixIts.map { Fix(title: $0.title, edits: $0.edits) },
      justification: justification)
  }
}

extension SARIFLog.Level {
  /// The level of SARIF that says the same.
  fileprivate init(_ level: LintLevel) {
    switch level {
    case .off: self = .none
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
