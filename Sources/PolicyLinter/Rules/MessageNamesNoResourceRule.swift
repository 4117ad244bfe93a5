internal import PolicyIR

/// Against messages that read the same for every resource.
enum MessageNamesNoResourceRule: PackLintRule {
  static let id = LintRuleID.messageNamesNoResource
  static let level = LintLevel.warning
  static let summary = "The message of a requirement says nothing of the resource that fails."

  static func remarks(on pack: LintedPack) -> [Remark] {
    pack.rules.flatMap { rule -> [Remark] in
      // Whatever is computed from the resource says something of it.
      var slots: Set<Int> = [rule.subjectSlot]
      var remarks: [Remark] = []
      for step in rule.steps {
        switch step {
        case .filter, .requirement(_, nil): break
        case .constant(let slot, let term):
          if reads(slots, term, pack.program) { slots.insert(slot) }
        case .requirement(_, let message?):
          if reads(slots, message, pack.program) { continue }
          remarks.append(
            Remark(
              self, "the message names nothing of the resource that fails",
              at: pack.program.range(of: message), of: rule.name,
              help: "write for example its name into it, in braces"))
        }
      }
      return remarks
    }
  }

  private static func reads(_ slots: Set<Int>, _ id: TermID, _ program: Program) -> Bool {
    if case .variable(let slot) = program[id], slots.contains(slot) { return true }
    return program[id].operands.contains { reads(slots, $0, program) }
  }
}
