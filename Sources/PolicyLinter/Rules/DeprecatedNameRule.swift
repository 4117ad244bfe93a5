internal import Diagnostics
internal import PolicyIR
internal import PolicyPacks
internal import SourceText

/// Against calling things by names that they had before.
enum DeprecatedNameRule: PackLintRule {
  static let id = LintRuleID.deprecatedName
  static let level = LintLevel.warning
  static let summary = "A rule or attribute is called by a name that it had before."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let inPolicies = pack.program.formerNameUses.filter {
      pack.whole.pack(of: $0.range) == pack.name
    }.map { use in
      remark(
        use.formerName, now: use.name, at: use.range, of: pack.declaration(around: use.range), pack)
    }
    return inPolicies + inBenchmarks(pack)
  }

  private static func inBenchmarks(_ pack: LintedPack) -> [Remark] {
    pack.pack.benchmarks.flatMap(\.controls).flatMap { control in
      control.rules.compactMap { use -> Remark? in
        let rule = pack.visiblePacks.lazy.compactMap {
          pack.program.rule(named: use.rule, in: $0)
        }.first
        guard let rule, pack.program[rule].name != use.rule else { return nil }
        return remark(use.rule, now: pack.program[rule].name, at: use.range, of: control.slug, pack)
      }
    }
  }

  private static func remark(
    _ former: String, now name: String, at range: SourceRange, of subject: String?,
    _ pack: LintedPack
  ) -> Remark {
    let fixIt = FixIt(
      "write `\(name)`", edits: [TextEdit(range: range, replacement: name)],
      applicability: .automatic)
    // In YAML a name may be in quotes.
    return Remark(
      self, "`\(former)` is called `\(name)` now", at: range, of: subject, help: "write `\(name)`",
      fixIts: pack.text(of: range) == former ? [fixIt] : [])
  }
}
