internal import PolicyIR
internal import ResourceModel

/// Against conditions that have the same truth for every resource.
enum ConstantConditionRule: PackLintRule {
  static let id = LintRuleID.constantCondition
  static let level = LintLevel.warning
  static let summary = "A condition is always true, or always false, whatever the resources are."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.bodies.flatMap { body -> [Remark] in
      let parameters = body.rule?.parameters ?? []
      var silent: Set<TermID> = []
      if let rule = body.rule {
        let truths = RuleTruths(rule, pack.whole.conditions)
        // The rules about what a rule can never say speak of these.
        if truths.verdict != nil {
          silent = Set(
            (truths.filters + truths.requirements).filter {
              pack.whole.conditions.truth(of: $0, parameters: parameters) != nil
            })
        }
      }
      var remarks: [Remark] = []
      for term in body.terms where !silent.contains(term) {
        _ = visit(term, of: body, parameters, in: pack, &remarks)
      }
      return remarks
    }
  }

  /// Reports the innermost conditions of `id` that are constant; returns whether there are some.
  private static func visit(
    _ id: TermID, of body: LintedBody, _ parameters: [Parameter], in pack: LintedPack,
    _ remarks: inout [Remark]
  ) -> Bool {
    var isReported = false
    for operand in pack.program[id].operands
    where visit(operand, of: body, parameters, in: pack, &remarks) {
      isReported = true
    }
    if isReported || !isCondition(id, pack.program) { return isReported }
    guard let truth = pack.whole.conditions.truth(of: id, parameters: parameters) else {
      return false
    }
    remarks.append(
      Remark(
        self, "the condition is always \(truth)", at: pack.program.range(of: id), of: body.name,
        help: "remove it, or compare what was meant"))
    return true
  }

  /// Whether the term is a condition that is more than a name or a constant.
  private static func isCondition(_ id: TermID, _ program: Program) -> Bool {
    guard program.schema.types[program.type(of: id)] == .bool else { return false }
    switch program[id] {
    case .constant, .parameter, .variable, .attribute, .field: return false
    default: return true
    }
  }
}
