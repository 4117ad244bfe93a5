package import SourceText

/// What can be said about any text, whatever its format.
extension Diagnostic {
  /// Returns the diagnostic for the bidirectional control `scalar` in a text.
  package static func bidirectionalControl(
    _ scalar: Unicode.Scalar, at range: SourceRange
  ) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: Swift.max(0, 4 - code.count)) + code
    return Diagnostic(
      .bidirectionalControl,
      "the invisible character U+\(digits) makes the text read otherwise than it runs",
      at: range,
      help: "remove the character",
      fixIts: [FixIt("remove U+\(digits)", edits: [TextEdit(range: range, replacement: "")])])
  }
}
