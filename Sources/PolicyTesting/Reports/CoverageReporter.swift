package import SourceText

/// Prints coverage for people and for programs.
package enum CoverageReporter {
  /// Returns the text of the report: the totals, and what no case shows.
  package static func text(
    _ report: CoverageReport, sources: SourceMap, thresholds: CoverageThresholds = .init()
  ) -> String {
    var lines: [String] = []
    for declaration in report.declarations {
      let open = declaration.marks.filter { !$0.isMet }
      guard !open.isEmpty else { continue }
      let place = sources.location(of: declaration.range)
      lines.append(
        "\(declaration.isRule ? "rule" : "fn") \(declaration.name) (\(place.file.safeOnTerminal):\(place.line))"
      )
      lines += open.map { "  \(sentence($0, sources))" }
    }
    lines += report.problems.map(\.safeOnTerminal)
    if !lines.isEmpty { lines.append("") }
    let short = report.shortfalls(thresholds)
    for kind in CoverageKind.allCases {
      let tally = report.tally(of: kind)
      var line = "\(kind.rawValue): \(percent(tally)) (\(tally.met) of \(tally.total))"
      if short.contains(kind), let wanted = thresholds.percent(of: kind) {
        line += ", less than \(wanted)%"
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the report as JSON.
  package static func json(
    _ report: CoverageReport, sources: SourceMap, thresholds: CoverageThresholds = .init()
  ) -> String {
    let short = report.shortfalls(thresholds)
    let totals = CoverageKind.allCases.map { kind in
      let tally = report.tally(of: kind)
      return "    \"\(kind.rawValue)\": {\"met\": \(tally.met), \"total\": \(tally.total), "
        + "\"sufficient\": \(!short.contains(kind))}"
    }
    let declarations = report.declarations.map { declaration in
      let place = sources.location(of: declaration.range)
      let marks = declaration.marks.map { mark in
        let spot = sources.location(of: mark.range)
        return "        {\"goal\": \"\(mark.goal.rawValue)\", \"line\": \(spot.line), "
          + "\"column\": \(spot.column), "
          + "\"text\": \(JSONText.quoted(OneLine.text(sources.text(in: mark.range)))), "
          + "\"met\": \(mark.isMet)"
          + (mark.reason.map { ", \"reason\": \(JSONText.quoted($0))" } ?? "") + "}"
      }
      return """
            {
              "name": \(JSONText.quoted(declaration.name)),
              "pack": \(JSONText.quoted(declaration.pack)),
              "kind": "\(declaration.isRule ? "rule" : "function")",
              "file": \(JSONText.quoted(place.file)),
              "line": \(place.line),
              "goals": [\(list(marks, closing: "      "))]
            }
        """
    }
    return """
      {
        "totals": {
      \(totals.joined(separator: ",\n"))
        },
        "declarations": [\(list(declarations, closing: "  "))]
      }

      """
  }

  private static func list(_ elements: [String], closing indent: String) -> String {
    elements.isEmpty ? "" : "\n\(elements.joined(separator: ",\n"))\n\(indent)"
  }

  private static func sentence(_ mark: CoverageReport.Mark, _ sources: SourceMap) -> String {
    let place = sources.location(of: mark.range)
    let text = "`\(OneLine.text(sources.text(in: mark.range), width: 80))`"
    let sentence =
      mark.goal.kind == .outcomes
      ? mark.goal.complaint : "\(place.line):\(place.column) \(mark.goal.complaint): \(text)"
    return sentence + (mark.reason.map { "\n    accepted: \(OneLine.text($0))" } ?? "")
  }

  /// Returns the percentage with one decimal, rounded down.
  private static func percent(_ tally: CoverageReport.Tally) -> String {
    "\(tally.permille / 10).\(tally.permille % 10)%"
  }
}
