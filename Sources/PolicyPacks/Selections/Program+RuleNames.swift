package import PolicyIR

extension Program {
  /// Returns the rules that `name` means: those of any pack with the name, or the one of the pack
  /// that `PACK/NAME` says; if there is none, those that had it formerly.
  package func rules(called name: String) -> [RuleID] {
    let current = rules(named: name) { [$0.name] }
    return current.isEmpty ? rules(named: name) { $0.formerNames } : current
  }

  private func rules(named name: String, _ names: (Rule) -> [String]) -> [RuleID] {
    rules.indices.filter { index in
      let rule = rules[index]
      return names(rule).contains { $0 == name || "\(rule.pack)/\($0)" == name }
    }.map { RuleID(index: $0) }
  }
}
