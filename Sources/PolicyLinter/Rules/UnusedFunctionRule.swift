internal import PolicyIR

/// Against functions that nothing calls.
///
/// A pack without rules is a library: its documented functions are there for others.
enum UnusedFunctionRule: PackLintRule {
  static let id = LintRuleID.unusedFunction
  static let level = LintLevel.warning
  static let summary = "A function is called by nothing that runs."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let isLibrary = pack.rules.isEmpty
    return pack.program.functions.indices.compactMap { index in
      let function = pack.program.functions[index]
      guard function.pack == pack.name, !pack.whole.usage.reaches(index),
        !isLibrary || function.documentation.isEmpty
      else { return nil }
      return Remark(
        self, "the function `\(function.name)` is never called", at: function.range,
        of: function.name,
        help: isLibrary
          ? "remove it, or document it as something for other packs" : "remove it, or call it")
    }
  }
}
