/// How much a diagnostic matters.
package enum DiagnosticSeverity: String, Sendable {
  /// The text cannot be used.
  case error
  /// The text can be used, but is probably not what was meant.
  case warning
}
