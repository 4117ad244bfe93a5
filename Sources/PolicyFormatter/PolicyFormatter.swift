internal import Diagnostics
package import PolicyParser
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
      return .unsound(.unsoundFormat(difference, at: SourceRange(file: id, lower: 0, upper: 0)))
    }
    return bytes == file.bytes ? .unchanged : .formatted(bytes)
  }

  /// Returns what becomes of `file`, a YAML file with rules or tests that diagnostics call `id`.
  ///
  /// Only the blanks in expressions that are on one line are put in order; YAML is not touched.
  package static func formatYAML(
    _ file: SourceFile, id: FileID, holding content: YAMLContent = .rules
  ) -> FormatResult {
    let (tree, problems) = PolicyParser.parseYAML(file, id: id, holding: content)
    guard !problems.containsError else { return .refused(problems) }
    let bytes = RuleFileLayout.format(file, tree)
    let parsed = PolicyParser.parseYAML(
      SourceFile(name: file.name, bytes: bytes), id: id, holding: content)
    if let difference = Soundness.difference(between: tree, and: parsed) {
      return .unsound(.unsoundFormat(difference, at: SourceRange(file: id, lower: 0, upper: 0)))
    }
    return bytes == file.bytes ? .unchanged : .formatted(bytes)
  }
}
