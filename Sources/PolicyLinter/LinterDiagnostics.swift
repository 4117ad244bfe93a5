internal import Diagnostics
internal import SourceText

/// What can be said about the configuration of the linter.
extension Diagnostic {
  /// A key that means nothing.
  static func unknownKey(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: key, in: known).map { "did you mean `\($0)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownYAMLKey, "there is no key `\(key)` here", at: range,
      help: near ?? "the keys are \(list)")
  }

  /// A value of another kind than expected.
  static func wrongKind(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongYAMLKind, "expected \(what)", at: range)
  }
}
