internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Against rules that leave open how much they matter.
enum MissingSeverityRule: PackLintRule {
  static let id = LintRuleID.missingSeverity
  static let level = LintLevel.warning
  static let summary = "A rule does not say how much a failure matters."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.writtenRules.compactMap { tree, rule in
      let hasSeverity = rule.statements.contains { if case .severity = $0 { true } else { false } }
      if hasSeverity { return nil }
      let name = tree.text(of: rule.name)
      return Remark(
        self, "the rule `\(name)` has no severity", at: tree.range(of: rule.name), of: name,
        help: "add `severity` with `low`, `medium`, `high` or `critical`; without it is `medium`",
        fixIts: [insertion(in: rule, of: tree, pack)].compactMap(\.self))
    }
  }

  /// Returns the change that writes down what holds without it.
  private static func insertion(
    in rule: RuleDeclaration, of tree: SyntaxTree, _ pack: LintedPack
  ) -> FixIt? {
    let file = pack.whole.sources[tree.file]
    var edit: TextEdit?
    for statement in rule.statements {
      switch statement {
      case .population(let keyword, _, _) where pack.isYAML(tree.file):
        // A key of a mapping in a list may follow the dash, so that its column counts.
        let range = tree.range(of: keyword).start
        let line = file.lines.offsets(of: file.lines.line(containing: range.lower))
        let column = Int(range.lower) - line.lowerBound
        edit = TextEdit(
          range: range,
          replacement: "severity: medium" + file.lineBreak(at: range)
            + String(repeating: " ", count: column))
      case .requirement(let keyword, let condition, let message) where !pack.isYAML(tree.file):
        let start = tree.range(of: keyword)
        let last = file.endOfLine(
          after: tree.endOfStatement(tree.range(of: message ?? condition)))
        let end = SourceRange(file: tree.file, lower: last, upper: last)
        edit = TextEdit(
          range: end,
          replacement: file.lineBreak(at: start) + file.indentation(of: start) + "severity medium")
      case .population, .filter, .constant, .requirement, .severity, .remediation, .onEmpty,
        .formerly,
        .error:
        break
      }
    }
    return edit.map {
      FixIt("add `severity medium`, which holds without it", edits: [$0], applicability: .automatic)
    }
  }
}
