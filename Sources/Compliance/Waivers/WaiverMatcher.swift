internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// Applies waivers to the findings of a run, and keeps count of what each of them does.
struct WaiverMatcher {
  private let governance: Governance
  private let selection: Selection
  private let program: Program
  private let inputs: [EvaluatedInput]
  private let now: Timestamp
  private let sources: SourceMap
  private var tallies: [WaiverTally]

  /// For each application, the waivers that speak of its rule or of a control that it decides.
  private var subjects: [[Int]] = []

  /// Creates a matcher of the waivers of `governance`.
  init(
    _ governance: Governance, selection: Selection, program: Program, inputs: [EvaluatedInput],
    now: Timestamp, sources: SourceMap
  ) {
    self.sources = sources
    self.governance = governance
    self.selection = selection
    self.program = program
    self.inputs = inputs
    self.now = now
    tallies = Array(repeating: WaiverTally(), count: governance.waivers.count)
    subjects = selection.applications.indices.map { application in
      governance.waivers.indices.filter { speaks(governance.waivers[$0], of: application) }
    }
  }

  private func speaks(_ waiver: Waiver, of application: Int) -> Bool {
    switch waiver.subject {
    case .rule(let name, _):
      return program.rules(called: name).contains(selection.applications[application].rule)
    case .control(let pattern):
      return selection.benchmarks.contains { selected in
        selected.controls.contains {
          $0.applications.contains(application)
            && pattern.matches($0.control, of: selected.benchmark)
        }
      }
    }
  }

  /// Returns `findings` with what is done about them, and what became of the waivers.
  mutating func apply(to findings: [Finding]) -> ([Finding], [WaiverReport]) {
    guard !governance.waivers.isEmpty else { return (findings, []) }
    var result = findings
    for index in result.indices { apply(to: &result[index]) }
    let reports = governance.waivers.indices.map { report(of: $0) }
    return (result, reports)
  }

  private mutating func apply(to finding: inout Finding) {
    let settlement = WaiverSettlement(
      finding.status, of: finding.resource, in: inputs[finding.resource.input].graph,
      accounts: governance.accounts, waivers: governance.waivers, at: subjects[finding.rule],
      now: now
    ) { elements(of: finding) }
    for waiver in settlement.undecided { tallies[waiver].undecided += 1 }
    for waiver in settlement.covering { tallies[waiver].covered += 1 }
    for waiver in settlement.waivers { tallies[waiver].waived += 1 }
    for (waiver, other) in settlement.shadowed {
      tallies[waiver].shadow = tallies[waiver].shadow ?? other
    }
    finding.waivers = settlement.waivers
    finding.elements = settlement.elements
    if settlement.isWaived { finding.disposition = .waived }
  }

  /// Returns the elements by which the resource of the finding fails, if they can be told.
  private func elements(of finding: Finding) -> [FailedElement]? {
    guard finding.status == .fail else { return nil }
    let graph = inputs[finding.resource.input].graph
    let application = selection.applications[finding.rule]
    let effective = application.parameters(
      of: finding.resource.row, in: graph, accounts: governance.accounts)
    guard effective.candidates.count == 1, let values = effective.candidates.first else {
      return nil
    }
    let evaluation = Evaluation(program: program, graph: graph, now: now)
    return evaluation.failedElements(
      application.rule, parameters: values, on: finding.resource.row)
  }

  private func report(of index: Int) -> WaiverReport {
    let (waiver, tally) = (governance.waivers[index], tallies[index])
    let limit = governance.waiverLimits.mostFindings
    let standing = waiver.standing(at: now)
    var notices: [WaiverNotice] = []
    switch standing {
    case .expired: notices.append(.expired(findings: tally.covered))
    case .future: notices.append(.future(findings: tally.covered))
    case .inForce:
      if tally.covered == 0, tally.undecided == 0 {
        notices.append(subjects.contains { $0.contains(index) } ? .unused : .notEvaluated)
      }
      if tally.covered > 0, tally.waived == 0, let other = tally.shadow {
        notices.append(.shadowed(by: governance.waivers[other].id))
      }
      if tally.covered > limit {
        notices.append(.tooBroad(findings: tally.covered, limit: limit))
      }
      if waiver.isBroad { notices.append(.wholeSubject) }
      if tally.undecided > 0 { notices.append(.undecided(findings: tally.undecided)) }
    }
    return WaiverReport(
      waiver: waiver, standing: standing, findingCount: tally.waived, notices: notices,
      location: sources.location(of: waiver.range))
  }
}
