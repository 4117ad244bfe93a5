package import Diagnostics
internal import SourceText

/// What can be said about a JSON text that somebody wrote.
extension Diagnostic {
  /// Returns the diagnostic for `error`.
  package static func json(_ error: JSONError) -> Diagnostic {
    if case .duplicateKey(_, let first) = error.kind {
      return Diagnostic(
        .jsonDuplicateKey, error.message, at: error.range,
        labels: [Label("first given here", at: first)], help: "remove or rename one of them")
    }
    return Diagnostic(.jsonSyntax, error.message, at: error.range)
  }
}
