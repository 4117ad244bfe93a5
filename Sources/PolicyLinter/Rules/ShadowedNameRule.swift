internal import Diagnostics
internal import PolicyIR
internal import PolicySyntax

/// Against names that stand before another one of the same spelling.
///
/// A variable of the name of another variable is no matter for advice: it does not load.
enum ShadowedNameRule: PackLintRule {
  static let id = LintRuleID.shadowedName
  static let level = LintLevel.warning
  static let summary =
    "A variable is called like a function, or a rule like one of a required pack."

  static func remarks(on pack: LintedPack) -> [Remark] {
    var functions: [String: Function] = [:]
    for function in pack.program.functions
    where pack.visiblePacks.contains(function.pack)
      && (!function.isPrivate || function.pack == pack.name)
    {
      functions[function.name] = functions[function.name] ?? function
    }
    let variables = pack.trees.flatMap { tree in
      tree.variables.compactMap { token -> Remark? in
        guard let function = functions[tree.text(of: token)] else { return nil }
        let range = tree.range(of: token)
        return Remark(
          self, "`\(function.name)` is also the name of a function", at: range,
          of: pack.declaration(around: range),
          labels: [Label("the function", at: function.range)], help: "give one of them another name"
        )
      }
    }
    return variables + rules(pack)
  }

  private static func rules(_ pack: LintedPack) -> [Remark] {
    let required = pack.visiblePacks.dropFirst()
    return pack.rules.compactMap { rule in
      let other = pack.program.rules.first {
        $0.name == rule.name && required.contains($0.pack)
      }
      guard let other else { return nil }
      return Remark(
        self, "`\(rule.name)` is also the name of a rule of the pack `\(other.pack)`",
        at: rule.range, of: rule.name, labels: [Label("the other rule", at: other.range)],
        help: "give it another name, so that it is clear which one a benchmark means")
    }
  }
}
