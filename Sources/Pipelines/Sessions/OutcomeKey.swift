internal import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel

/// All that what a rule says of one graph depends on.
struct OutcomeKey: Hashable, Sendable {
  private let pack: String
  private let rule: String
  private let text: String?
  private let meaning: Int
  private let application: RuleApplication
  private let isWaived: Bool
  private let now: Timestamp
  private let detail: OutcomeDetail

  /// Creates the key of `application`, a rule of `packs`, in a run of `request`.
  init(_ application: RuleApplication, _ packs: KeptPacks, _ request: CheckRequest) {
    let rule = packs.analyzed.program[application.rule]
    pack = rule.pack
    self.rule = rule.name
    text = packs.texts.text(ofRule: rule.name, in: rule.pack)
    meaning = packs.meaning
    self.application = application.renamed(RuleID(index: 0))
    isWaived = !packs.analyzed.governance.waivers.isEmpty
    now = request.now
    detail = request.detail
  }
}

extension RuleApplication {
  /// Returns the same application of a rule that is numbered `rule`.
  fileprivate func renamed(_ rule: RuleID) -> RuleApplication {
    RuleApplication(rule: rule, parameters: parameters, overrides: overrides)
  }
}

extension RuleOutcome {
  /// Returns the outcome of the same rule in a program that numbers it `rule`.
  func renamed(_ rule: RuleID) -> RuleOutcome {
    RuleOutcome(rule: rule, population: population, statuses: statuses, subjects: subjects)
  }
}
