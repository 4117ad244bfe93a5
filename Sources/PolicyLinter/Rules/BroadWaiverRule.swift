internal import DomainValues
internal import PolicyPacks

/// Against waivers that cover more than anybody looked at when they were granted.
enum BroadWaiverRule: ProjectLintRule {
  static let id = LintRuleID.broadWaiver
  static let level = LintLevel.warning
  static let summary = "A waiver covers whatever comes, not only what was looked at."

  static func remarks(on project: LintedProgram) -> [Remark] {
    (project.waivers ?? []).compactMap { waiver in
      guard waiver.isBroad else { return nil }
      let what =
        switch waiver.subject {
        case .rule(let name, _): "the rule `\(name)`"
        case .control(let pattern): "the control `\(pattern.name)`"
        }
      return Remark(
        self, "the waiver `\(waiver.id)` covers every resource that \(what) will ever find",
        at: waiver.range, of: waiver.id,
        help: "name the resources that were looked at, or the elements: a port, a principal")
    }
  }
}
