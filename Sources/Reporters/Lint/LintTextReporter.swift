internal import Diagnostics
package import PolicyLinter
package import SourceText

/// Renders what the linter says for people.
package struct LintTextReporter {
  private let isColoured: Bool

  /// Creates a reporter that uses ANSI colours iff `isColoured`.
  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Returns the remarks with the lines they speak of, and how many there are.
  package func render(_ report: LintReport, in sources: SourceMap) -> String {
    let renderer = TerminalRenderer(isColoured: isColoured)
    let remarks = report.remarks.map { remark in
      renderer.render(
        kind: remark.level.rawValue, isGrave: remark.level == .error, name: remark.rule.rawValue,
        remark.message, at: remark.primary, labels: remark.labels, notes: notes(remark),
        help: remark.help, in: sources)
    }
    return (remarks + [summary(of: report)]).joined(separator: "\n")
  }

  private func notes(_ remark: Remark) -> [String] {
    remark.fixIts.filter { $0.applicability == .automatic }.map { "`--fix` can \($0.title)" }
  }

  /// The line at the end.
  private func summary(of report: LintReport) -> String {
    let levels: [LintLevel] = [.error, .warning, .note]
    let counts = levels.compactMap { level -> String? in
      let number = report.remarks.count { $0.level == level }
      return number == 0 ? nil : number.counted(level.rawValue)
    }
    let found = counts.isEmpty ? "No remarks" : counts.joined(separator: ", ")
    let allowed = report.allowed.isEmpty ? "" : "; \(report.allowed.count) allowed with a reason"
    return "\(found) in \(report.packs.count.counted("pack"))\(allowed).\n"
  }
}
