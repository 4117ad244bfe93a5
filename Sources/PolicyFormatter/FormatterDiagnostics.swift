internal import Diagnostics
internal import SourceText

/// What can go wrong with the form of a policy.
extension Diagnostic {
  /// A text that formatting would have changed the meaning of.
  static func unsoundFormat(_ difference: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unsoundFormat, "this file cannot be formatted", at: range,
      notes: ["the formatted text was thrown away: \(difference)"],
      help: "please report this file as a mistake of the formatter")
  }
}
