internal import PolicySyntax

/// Against requirements that do not say what is wrong.
enum MissingMessageRule: PackLintRule {
  static let id = LintRuleID.missingMessage
  static let level = LintLevel.warning
  static let summary = "A `require` has no `else` with a message."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.writtenRules.flatMap { tree, rule in
      rule.statements.compactMap { statement -> Remark? in
        guard case .requirement(let keyword, _, nil) = statement else { return nil }
        let name = tree.text(of: rule.name)
        return Remark(
          self, "a requirement of `\(name)` has no message", at: tree.range(of: keyword), of: name,
          help: "add `else` with what is wrong and the name of the resource")
      }
    }
  }
}
