internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// Applies waivers to findings: the only place where one is set aside.
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
    guard let status = Waiver.Status(finding.status) else { return }
    // Elements are asked for when a waiver needs them, and once.
    var elements: [FailedElement]??
    var whole: [Int] = []
    var partial: [(waiver: Int, covered: [Bool])] = []
    for index in subjects[finding.rule] {
      let waiver = governance.waivers[index]
      guard waiver.statuses.contains(status) else { continue }
      switch covers(waiver, finding) {
      case .no: continue
      case .unknown:
        tallies[index].undecided += 1
        continue
      case .yes: break
      }
      guard !waiver.elements.isEmpty else {
        tallies[index].covered += 1
        if waiver.standing(at: now) == .inForce { whole.append(index) }
        continue
      }
      let known = elements ?? self.elements(of: finding)
      elements = .some(known)
      guard let known else {
        tallies[index].undecided += 1
        continue
      }
      let covered = known.map { element in waiver.elements.contains { $0.matches(element) } }
      guard covered.contains(true) else { continue }
      tallies[index].covered += 1
      if waiver.standing(at: now) == .inForce { partial.append((index, covered)) }
    }
    settle(&finding, whole, partial, (elements ?? nil) ?? [])
  }

  /// Sets what is done about the finding, which the waivers `whole` cover, and the waivers `partial`
  /// cover in some of `elements`.
  private mutating func settle(
    _ finding: inout Finding, _ whole: [Int], _ partial: [(waiver: Int, covered: [Bool])],
    _ elements: [FailedElement]
  ) {
    if let first = whole.first {
      finding.disposition = .waived
      finding.waivers = [first]
      tallies[first].waived += 1
      for other in whole.dropFirst() + partial.map(\.waiver) {
        tallies[other].shadow = tallies[other].shadow ?? first
      }
      return
    }
    guard !partial.isEmpty else { return }
    finding.elements = elements.enumerated().map { index, element in
      FindingElement(
        text: element.text, waiver: partial.first { $0.covered[index] }?.waiver)
    }
    let used = finding.elements.compactMap(\.waiver).uniqued
    for (waiver, covered) in partial where !used.contains(waiver) {
      let first = covered.firstIndex(of: true).flatMap { finding.elements[$0].waiver }
      tallies[waiver].shadow = tallies[waiver].shadow ?? first
    }
    finding.waivers = used
    for waiver in used { tallies[waiver].waived += 1 }
    // What fails by one more element than was accepted has not been accepted.
    if finding.elements.allSatisfy({ $0.waiver != nil }) { finding.disposition = .waived }
  }

  /// Returns whether the waiver is for the resource of the finding.
  private func covers(_ waiver: Waiver, _ finding: Finding) -> ScopeAnswer {
    guard !waiver.resources.isEmpty else { return .yes }
    let graph = inputs[finding.resource.input].graph
    return waiver.resources.map {
      $0.contains(finding.resource, in: graph, accounts: governance.accounts)
    }.reduce(.no) { $0.or($1) }
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
      if waiver.resources.isEmpty, waiver.elements.isEmpty { notices.append(.wholeSubject) }
      if tally.undecided > 0 { notices.append(.undecided(findings: tally.undecided)) }
    }
    return WaiverReport(
      waiver: waiver, standing: standing, findingCount: tally.waived, notices: notices,
      location: sources.location(of: waiver.range))
  }
}
