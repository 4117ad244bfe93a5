package import Diagnostics
package import SourceText
internal import StructuredText

extension GraphError {
  /// Returns the text that shows the mistake, of the input called `name`.
  package func file(name: String) -> SourceFile {
    SourceFile(name: name, bytes: excerpt, firstLine: line)
  }

  /// Returns what to say of it; `file` is the text that `file(name:)` returns.
  package func diagnostic(in file: FileID) -> Diagnostic {
    let range = SourceRange(
      file: file, lower: UInt32(offsets.lowerBound), upper: UInt32(offsets.upperBound))
    switch kind {
    case .notJSON(let error):
      if case .duplicateKey(let key, let first) = error.kind {
        let label = SourceRange(file: file, lower: first.lower, upper: first.upper)
        return .json(JSONError(.duplicateKey(key, first: label), at: range))
      }
      return .json(JSONError(error.kind, at: range))
    case .truncated: return Diagnostic(.inputTruncated, message, at: range, help: help)
    case .unsupportedVersion:
      return Diagnostic(.inputUnsupportedVersion, message, at: range, help: help)
    case .wrongShape, .unknownMember, .unreadable:
      return Diagnostic(.inputGraphShape, message, at: range, help: help)
    }
  }
}
