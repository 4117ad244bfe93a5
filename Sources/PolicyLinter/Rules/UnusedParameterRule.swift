internal import PolicyIR

/// Against parameters that nothing reads.
enum UnusedParameterRule: PackLintRule {
  static let id = LintRuleID.unusedParameter
  static let level = LintLevel.warning
  static let summary =
    "A parameter of a rule or function is never read, so that it changes nothing."

  static func remarks(on pack: LintedPack) -> [Remark] {
    let ofRules = pack.rules.flatMap { rule in
      unread(rule.parameters, of: rule.name, in: rule.steps.flatMap(\.terms), pack) {
        if case .parameter(let index) = $0 { index } else { nil }
      }
    }
    // The parameters of a function are in its first slots.
    let ofFunctions = pack.functions.flatMap { function in
      unread(function.parameters, of: function.name, in: [function.body], pack) {
        if case .variable(let slot) = $0 { slot } else { nil }
      }
    }
    return ofRules + ofFunctions
  }

  private static func unread(
    _ parameters: [Parameter], of name: String, in terms: [TermID], _ pack: LintedPack,
    index: (Term) -> Int?
  ) -> [Remark] {
    var read: Set<Int> = []
    LintedBody(name: name, rule: nil, terms: terms).forEachTerm(in: pack.program) { id in
      if let index = index(pack.program[id]) { read.insert(index) }
    }
    return parameters.indices.filter { !read.contains($0) }.map { index in
      Remark(
        self, "the parameter `\(parameters[index].name)` of `\(name)` is never read",
        at: parameters[index].range, of: name, help: "remove it, or use it")
    }
  }
}
