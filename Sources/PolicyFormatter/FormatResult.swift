package import Diagnostics

/// What became of a text that was to be formatted.
package enum FormatResult: Sendable {
  /// The text in its canonical form, which it was not in.
  case formatted([UInt8])
  /// The text is in its canonical form.
  case unchanged
  /// The text has mistakes of form, which are told; it is not touched.
  case refused(DiagnosticSet)
  /// The canonical form would have meant something else, or lost a comment; the text is not
  /// touched.
  case unsound(Diagnostic)
}
