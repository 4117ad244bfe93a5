internal import PolicyIR
package import SourceText

/// Prints test reports in version 13 of the Test Anything Protocol.
package enum TAPReporter {
  /// Returns the text of the report.
  package static func render(_ report: TestReport, sources: SourceMap) -> String {
    let total = report.results.count + report.staleSnapshots.count
    var lines = ["TAP version 13", "1..\(total)"]
    for (index, result) in report.results.enumerated() {
      let name = escaped("\(report.program[result.rule].name): \(result.name)")
      lines.append("\(result.hasPassed ? "ok" : "not ok") \(index + 1) - \(name)")
      guard !result.hasPassed else { continue }
      lines.append("  ---")
      lines.append("  at: \(JSONText.quoted("\(sources.location(of: result.range))"))")
      lines.append("  failures:")
      for failure in result.failures {
        lines.append("    - kind: \(failure.kind.rawValue)")
        let text = FailureText(sources: sources).lines(of: failure).joined(separator: "\n")
        lines.append("      message: \(JSONText.quoted(text))")
      }
      lines.append("  ...")
    }
    for (index, snapshot) in report.staleSnapshots.enumerated() {
      lines.append(
        "not ok \(report.results.count + index + 1) - \(escaped("snapshot of \(snapshot.key)"))")
      lines += ["  ---", "  failures:", "    - kind: \(StaleSnapshot.kind)"]
      lines += ["      message: \(JSONText.quoted(snapshot.message))", "  ..."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the description with what would begin a directive escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in OneLine.text(text) {
      if character == "#" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
