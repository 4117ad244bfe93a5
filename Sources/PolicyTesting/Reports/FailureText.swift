internal import PolicyIR
internal import SourceText

/// Prints what was not as expected, as the reports share it.
struct FailureText {
  /// The texts of the policies.
  let sources: SourceMap

  /// Returns the lines of a failure: what was expected, what there is, and why.
  func lines(of failure: CaseFailure) -> [String] {
    let place = sources.location(of: failure.range)
    var lines = ["\("\(place)".safeOnTerminal): \(OneLine.text(failure.message))"]
    for actual in failure.actual {
      var line = "  \(OneLine.text(actual.resource)) is \(actual.status.rawValue)"
      if !actual.reasons.isEmpty {
        line += ": \(OneLine.text(actual.reasons.joined(separator: "; ")))"
      }
      lines.append(line)
      lines += ProofText(sources: sources).lines(of: actual.proof).map { "    \($0)" }
    }
    lines += failure.difference.map { "  \(OneLine.text($0))" }
    return lines
  }
}
