internal import PolicyIR

extension Program {
  /// Returns the rules that `name` means: those of any pack with the name, or the one of the pack
  /// that `PACK/NAME` says.
  func rules(called name: String) -> [RuleID] {
    rules.indices.filter {
      rules[$0].name == name || "\(rules[$0].pack)/\(rules[$0].name)" == name
    }.map { RuleID(index: $0) }
  }
}
