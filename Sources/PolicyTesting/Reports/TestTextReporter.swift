internal import PolicyIR
package import SourceText

/// Prints test reports for people.
package enum TestTextReporter {
  /// Returns the text of the report: the cases that did not pass, all if `isVerbose`, and how many
  /// there are of each.
  package static func render(
    _ report: TestReport, sources: SourceMap, isVerbose: Bool = false
  ) -> String {
    let printer = FailureText(sources: sources)
    var lines: [String] = []
    for result in report.results where isVerbose || !result.hasPassed {
      let rule = report.program[result.rule].name
      lines.append("\(result.hasPassed ? "pass" : "FAIL") \(rule): \(OneLine.text(result.name))")
      lines += result.failures.flatMap { printer.lines(of: $0) }.map { "  \($0)" }
    }
    lines += report.staleSnapshots.map(\.message.safeOnTerminal)
    if !lines.isEmpty { lines.append("") }
    lines.append(summary(of: report))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func summary(of report: TestReport) -> String {
    guard !report.results.isEmpty else {
      return report.filter.map { "no case matches `\(OneLine.text($0.text))`" }
        ?? "there are no tests"
    }
    let rules = Set(report.results.map(\.rule)).count
    let total = "\(report.results.count.counted("case")) of \(rules.counted("rule"))"
    return report.failed == 0
      ? "\(total): all pass" : "\(total): \(report.passed) pass, \(report.failed) fail"
  }
}
