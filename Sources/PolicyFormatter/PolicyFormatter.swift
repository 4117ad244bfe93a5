internal import Diagnostics
internal import PolicyParser
internal import PolicySyntax
package import SourceText

/// Gives policies their one canonical form.
package enum PolicyFormatter {
  /// Returns what becomes of `file`, a file in the rule language that diagnostics call `id`.
  package static func format(_ file: SourceFile, id: FileID) -> FormatResult {
    let (tree, problems) = PolicyParser.parse(file, id: id)
    guard !problems.containsError else { return .refused(problems) }
    let bytes = DocumentRenderer.render(Layout.file(tree))
    if let difference = Soundness.difference(between: tree, and: bytes, name: file.name) {
      return .unsound(.unsoundFormat(difference, at: tree.range(from: 0, to: 0)))
    }
    return bytes == file.bytes ? .unchanged : .formatted(bytes)
  }
}
