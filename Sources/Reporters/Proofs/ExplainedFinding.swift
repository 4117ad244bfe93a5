package import Compliance
package import PolicyInterpreter
package import SourceText

/// A finding with the proof of its status, and the texts that the proof speaks of.
package struct ExplainedFinding: Sendable {
  /// The finding.
  let finding: Finding

  /// The report of its rule.
  let rule: RuleReport

  /// Why the rule says so.
  let proof: Proof

  /// The texts.
  let sources: SourceMap

  /// Creates the explanation of `finding`, which `rule` made.
  package init(_ finding: Finding, of rule: RuleReport, proof: Proof, sources: SourceMap) {
    self.finding = finding
    self.rule = rule
    self.proof = proof
    self.sources = sources
  }

  /// The most levels of a proof that are shown.
  static let deepest = 64

  /// Returns the expression of `proof` on one line, shortened to at most `limit` characters.
  func expression(of proof: Proof, limit: Int = 90) -> String {
    var text = ""
    var isSpace = false
    var count = 0
    for character in sources.text(in: proof.range) {
      if character.isWhitespace {
        isSpace = true
        continue
      }
      if isSpace, !text.isEmpty { text.append(" ") }
      isSpace = false
      guard count < limit else { return text + " …" }
      text.append(character)
      count += 1
    }
    return text
  }
}
