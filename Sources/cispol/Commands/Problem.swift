internal import Diagnostics
internal import SourceText

/// Something wrong with what a run was asked for, outside of any text.
struct Problem {
  /// What is wrong: lower case, no final period.
  let message: String

  /// What to do about it.
  let help: String?

  /// Creates a problem.
  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// Tells people of the problem, and returns how the run then ends.
  var reported: ExitVerdict {
    Output.complain("error: \(message.safeOnTerminal)")
    if let help { Output.complain("  = help: \(help.safeOnTerminal)") }
    return .unusable
  }

  /// The most diagnostics that are shown.
  private static let most = 100

  /// Tells people of `diagnostics`, and of the consequence of errors.
  static func report(
    _ diagnostics: DiagnosticSet, in sources: SourceMap, isColoured: Bool,
    consequence: String = "nothing was evaluated"
  ) {
    let renderer = TerminalRenderer(isColoured: isColoured)
    let sorted = diagnostics.sorted
    for diagnostic in sorted.prefix(most) {
      Output.complain(renderer.render(diagnostic, in: sources))
    }
    if sorted.count > most { Output.complain("and \(sorted.count - most) more") }
    guard diagnostics.containsError else { return }
    let errors = sorted.count { $0.severity == .error }
    Output.complain("\(errors.counted("error")); \(consequence)")
  }
}
