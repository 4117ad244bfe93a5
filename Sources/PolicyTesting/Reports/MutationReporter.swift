internal import PolicyIR
package import SourceText

/// Prints what became of mutants.
package enum MutationReporter {
  /// Returns the text of the report: the mutants that no case tells from the program as differences
  /// of the text, all with what became of them if `isVerbose`, and how many there are of each.
  package static func text(
    _ report: MutationReport, sources: SourceMap, isVerbose: Bool = false
  ) -> String {
    var lines: [String] = []
    for result in report.results {
      let fate: String
      switch result.fate {
      case .survived: fate = "survived"
      case .untested: fate = "survived untested"
      case .killed(let name): fate = "killed by “\(OneLine.text(name))”"
      case .timedOut: fate = "timed out"
      case .untried: fate = "not tried"
      }
      if !result.hasSurvived, !isVerbose { continue }
      let place = sources.location(of: result.mutant.edit.range)
      let owner = name(of: result.mutant.place, report.program)
      lines.append(
        "\(owner) (\(place.file):\(place.line)): \(result.mutant.summary), \(fate)".safeOnTerminal)
      let (before, after) = result.mutant.edit.difference(in: sources)
      lines += before.map { "  - \($0.safeOnTerminal)" } + after.map { "  + \($0.safeOnTerminal)" }
      if let reason = result.reason { lines.append("  accepted: \(OneLine.text(reason))") }
    }
    lines += report.problems.map(\.safeOnTerminal)
    if !lines.isEmpty { lines.append("") }
    lines.append(summary(of: report))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func summary(of report: MutationReport) -> String {
    let total = report.results.count
    var counts = ["killed", "survived", "accepted", "untested", "timed out"].map { ($0, 0) }
    var untried = 0
    for result in report.results {
      switch result.fate {
      case .killed: counts[0].1 += 1
      case .survived, .untested:
        counts[result.reason != nil ? 2 : result.fate == .survived ? 1 : 3].1 += 1
      case .timedOut: counts[4].1 += 1
      case .untried: untried += 1
      }
    }
    if untried > 0 { counts.append(("not tried", untried)) }
    var text = "\(total) mutants"
    if total < report.found { text += " of \(report.found)" }
    return "\(text): " + counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }

  private static func name(of place: Mutant.Place, _ program: Program) -> String {
    switch place {
    case .rule(let id): "rule \(program[id].name)"
    case .function(let id): "fn \(program[id].name)"
    }
  }
}
