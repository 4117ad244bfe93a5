internal import Diagnostics
package import PolicyParser
internal import PolicySyntax
package import SourceText

/// Gives policies their one canonical form.
package enum PolicyFormatter {
  /// The most times that a text is laid out: parentheses that go change how what was between them is
  /// laid out, and what that shows may go in turn.
  private static let mostLayouts = 4

  /// Returns what becomes of `file`, a file in the rule language that diagnostics call `id`.
  package static func format(_ file: SourceFile, id: FileID) -> FormatResult {
    format(file, id: id) {
      PolicyParser.parse($0, id: id)
    } layout: { _, tree in
      DocumentRenderer.render(Layout.file(tree))
    }
  }

  /// Returns what becomes of `file`, a YAML file with rules or tests that diagnostics call `id`.
  ///
  /// Only the blanks in expressions that are on one line are put in order; YAML is not touched.
  package static func formatYAML(
    _ file: SourceFile, id: FileID, holding content: YAMLContent = .rules
  ) -> FormatResult {
    format(file, id: id) {
      PolicyParser.parseYAML($0, id: id, holding: content)
    } layout: {
      RuleFileLayout.format($0, $1)
    }
  }

  /// Returns what becomes of `file`, which is read by `parse` and written by `layout`, until writing
  /// it again changes nothing.
  private static func format(
    _ file: SourceFile, id: FileID, parse: (SourceFile) -> (SyntaxTree, DiagnosticSet),
    layout: (SourceFile, SyntaxTree) -> [UInt8]
  ) -> FormatResult {
    let (tree, problems) = parse(file)
    guard !problems.containsError else { return .refused(problems) }
    var bytes = layout(file, tree)
    var difference: String?
    for _ in 0..<mostLayouts {
      let written = SourceFile(name: file.name, bytes: bytes)
      let parsed = parse(written)
      difference = Soundness.difference(between: tree, and: parsed)
      if difference != nil { break }
      let again = layout(written, parsed.0)
      if again == bytes { return bytes == file.bytes ? .unchanged : .formatted(bytes) }
      bytes = again
    }
    return .unsound(
      .unsoundFormat(
        difference ?? "formatting it again gives another text",
        at: SourceRange(file: id, lower: 0, upper: 0)))
  }
}
