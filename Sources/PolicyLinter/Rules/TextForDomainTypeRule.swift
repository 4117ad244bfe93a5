internal import Diagnostics
internal import PolicyIR

/// Against comparing as text what a type of the language compares by meaning.
enum TextForDomainTypeRule: PackLintRule {
  static let id = LintRuleID.textForDomainType
  static let level = LintLevel.warning
  static let summary =
    "A text attribute is compared with what reads as an ARN, a block, an instant."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.bodies.flatMap { body in
      var remarks: [Remark] = []
      body.forEachTerm(in: pack.program) { id in
        guard let comparison = TextComparison(id, in: pack.program),
          // Who cannot change the attribute cannot follow the advice.
          pack.whole.isLinted(comparison.declaration)
        else { return }
        for (text, range) in comparison.texts where !WorldAsBlockRule.isWorld(text) {
          guard let shape = DomainShape(of: text) else { continue }
          remarks.append(
            Remark(
              self, "`\(comparison.attribute)` is text, and this reads as \(shape.noun)",
              at: range, of: body.name,
              labels: [Label("declared here", at: comparison.declaration)],
              help: "declare the attribute as `\(shape.rawValue)`, which compares by meaning"))
        }
      }
      return remarks
    }
  }
}
