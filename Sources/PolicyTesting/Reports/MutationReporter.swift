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
      }
      switch result.fate {
      case .survived, .untested: break
      case .killed, .timedOut: if !isVerbose { continue }
      }
      let place = sources.location(of: result.mutant.edit.range)
      let owner = name(of: result.mutant.place, report.program)
      lines.append("\(owner) (\(place.file):\(place.line)): \(result.mutant.summary), \(fate)")
      lines += difference(result.mutant.edit, sources).map { "  \($0)" }
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(summary(of: report))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func summary(of report: MutationReport) -> String {
    let total = report.results.count
    let timeouts = report.results.count { $0.fate == .timedOut }
    let untested = report.results.count { $0.fate == .untested }
    let survived = report.results.count { $0.fate == .survived }
    var text = "\(total) mutants"
    if total < report.found { text += " of \(report.found)" }
    return text
      + ": \(report.killed - timeouts) killed, \(survived) survived, \(untested) untested, "
      + "\(timeouts) timed out"
  }

  private static func name(of place: Mutant.Place, _ program: Program) -> String {
    switch place {
    case .rule(let id): "rule \(program[id].name)"
    case .function(let id): "fn \(program[id].name)"
    }
  }

  /// Returns the lines that the edit changes, before and after.
  private static func difference(_ edit: MutationEdit, _ sources: SourceMap) -> [String] {
    guard let change = edit.textEdit(in: sources) else {
      return ["  \(OneLine.text(sources.text(in: edit.range), width: 100))"]
    }
    let file = sources[change.range.file]
    let first = file.lines.offsets(of: file.lines.line(containing: change.range.lower))
    let last = file.lines.offsets(of: file.lines.line(containing: change.range.upper))
    let (lower, upper) = (Int(change.range.lower), Int(change.range.upper))
    let before = file.text(in: first.lowerBound..<max(last.upperBound, upper))
    let after =
      file.text(in: first.lowerBound..<lower) + change.replacement
      + file.text(in: upper..<max(last.upperBound, upper))
    return lines(before).map { "- \($0)" } + lines(after).map { "+ \($0)" }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { OneLine.text(String($0), width: 160) }
  }
}
