package import SourceText

/// Something to be said about text that somebody wrote.
package struct Diagnostic: Hashable, Sendable {
  /// Which kind it is.
  package let id: DiagnosticID

  /// How much it matters.
  package let severity: DiagnosticSeverity

  /// What is wrong: lower case, no final period, the user's text in backticks.
  package let message: String

  /// Where it is wrong.
  package let primary: SourceRange

  /// Other places that explain it.
  package let labels: [Label]

  /// Facts that explain it.
  package let notes: [String]

  /// What to do about it.
  package let help: String?

  /// Changes that would answer it.
  package let fixIts: [FixIt]

  /// Creates a diagnostic of the kind `id` about `primary`.
  package init(
    _ id: DiagnosticID,
    severity: DiagnosticSeverity = .error,
    _ message: String,
    at primary: SourceRange,
    labels: [Label] = [],
    notes: [String] = [],
    help: String? = nil,
    fixIts: [FixIt] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.primary = primary
    self.labels = labels
    self.notes = notes
    self.help = help
    self.fixIts = fixIts
  }
}
