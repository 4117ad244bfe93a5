internal import PolicyIR
package import SourceText

/// Prints test reports in the XML of JUnit.
package enum JUnitReporter {
  /// Returns the text of the report: a suite for each rule, in the order of their first cases.
  package static func render(_ report: TestReport, sources: SourceMap) -> String {
    var rules: [RuleID] = []
    for result in report.results where !rules.contains(result.rule) { rules.append(result.rule) }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let stale = report.staleSnapshots
    lines.append(
      "<testsuites tests=\"\(report.results.count + stale.count)\""
        + " failures=\"\(report.failed + stale.count)\">")
    for id in rules {
      let rule = report.program[id]
      let results = report.results.filter { $0.rule == id }
      let name = XMLText.escaped("\(rule.pack).\(rule.name)")
      let failed = results.count { !$0.hasPassed }
      lines.append(
        "  <testsuite name=\"\(name)\" tests=\"\(results.count)\" failures=\"\(failed)\">")
      for result in results { lines += render(result, className: name, sources) }
      lines.append("  </testsuite>")
    }
    if !stale.isEmpty { lines += suite(of: stale) }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the suite of snapshots that no case asks for, each of which makes the run fail.
  private static func suite(of snapshots: [StaleSnapshot]) -> [String] {
    let count = snapshots.count
    var lines = ["  <testsuite name=\"snapshots\" tests=\"\(count)\" failures=\"\(count)\">"]
    for snapshot in snapshots {
      let message = XMLText.escaped(snapshot.message)
      lines += [
        "    <testcase classname=\"snapshots\" name=\"\(XMLText.escaped(snapshot.key))\""
          + " file=\"\(XMLText.escaped(snapshot.path))\">",
        "      <failure type=\"\(StaleSnapshot.kind)\" message=\"\(message)\"/>", "    </testcase>",
      ]
    }
    return lines + ["  </testsuite>"]
  }

  private static func render(
    _ result: CaseResult, className: String, _ sources: SourceMap
  ) -> [String] {
    let place = sources.location(of: result.range)
    let head =
      "    <testcase classname=\"\(className)\" name=\"\(XMLText.escaped(result.name))\""
      + " file=\"\(XMLText.escaped(place.file))\" line=\"\(place.line)\""
    guard let first = result.failures.first else { return [head + "/>"] }
    let text = result.failures.flatMap { FailureText(sources: sources).lines(of: $0) }
      .joined(separator: "\n")
    return [
      head + ">",
      "      <failure type=\"\(first.kind.rawValue)\" message=\"\(XMLText.escaped(first.message))\">"
        + XMLText.escaped(text) + "</failure>",
      "    </testcase>",
    ]
  }
}

/// Text inside of XML.
enum XMLText {
  /// Returns the text as it may stand in an attribute or an element; what XML 1.0 cannot hold at
  /// all becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": result.append(contentsOf: "&#10;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      case "\t": result.append(contentsOf: "&#9;".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
