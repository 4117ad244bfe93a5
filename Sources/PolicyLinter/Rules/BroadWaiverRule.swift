internal import DomainValues
internal import PolicyPacks

/// Against waivers that cover more than anybody looked at when they were granted.
enum BroadWaiverRule: ProjectLintRule {
  static let id = LintRuleID.broadWaiver
  static let level = LintLevel.warning
  static let summary = "A waiver covers whatever comes, not only what was looked at."

  static func remarks(on project: LintedProgram) -> [Remark] {
    project.waivers.compactMap { waiver in
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

extension Waiver {
  /// Whether nothing limits what it covers.
  fileprivate var isBroad: Bool {
    let isForElements = !elements.isEmpty && !elements.contains(where: \.isEverything)
    if isForElements { return false }
    return resources.isEmpty || resources.contains(where: \.isEverything)
  }
}

extension ResourcePattern {
  /// Whether every resource of a finding matches; a type alone says little more than the rule does.
  fileprivate var isEverything: Bool {
    scope.isWide && [address, id].allSatisfy { $0.map { Glob($0) == .everything } ?? true }
  }
}

extension ElementPattern {
  /// Whether every element matches.
  fileprivate var isEverything: Bool {
    switch self {
    case .text(let pattern): Glob(pattern) == .everything
    case .attributes(let attributes): attributes.allSatisfy { Glob($0.pattern) == .everything }
    }
  }
}
