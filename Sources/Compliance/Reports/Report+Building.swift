package import DomainValues
package import PolicyIR
internal import PolicyInterpreter
package import PolicyPacks
internal import ResourceModel
package import SourceText

extension Report {
  /// Returns the report of what the rules of `selection` say of `inputs`, and of what `governance`
  /// makes of it; `jobs` threads work at a time, which changes nothing in the result.
  package static func make(
    _ selection: Selection, of inputs: [EvaluatedInput], program: Program, sources: SourceMap,
    now: Timestamp, failurePolicy: FailurePolicy, governance: Governance = .none,
    jobs: Int = 1
  ) -> Report {
    var builder = ReportBuilder(
      program: program, inputs: inputs, accounts: governance.accounts, sources: sources, jobs: jobs)
    let controls = controlReferences(of: selection)
    var rules = selection.applications.enumerated().map { index, application in
      builder.add(
        application, at: index,
        severity: selection.severities[application.rule] ?? program[application.rule].severity,
        controls: controls[index])
    }
    let benchmarks = selection.benchmarks.map {
      report(of: $0, rules, governance, now: now)
    }
    var matcher = WaiverMatcher(
      governance, selection: selection, program: program, inputs: inputs, now: now,
      sources: sources)
    var (findings, waivers) = matcher.apply(to: builder.findings)
    for index in answered(by: benchmarks, looseRules: selection.loose) {
      rules[index].isAnswered = true
      for finding in rules[index].findings
      where findings[finding].status == .unknown && findings[finding].disposition == .active {
        findings[finding].disposition = .attested
      }
    }
    return Report(
      now: now, profile: selection.profile.label, failurePolicy: failurePolicy,
      inputs: inputs.map(\.report), benchmarks: benchmarks, looseRules: selection.loose,
      rules: rules, findings: findings, waivers: waivers,
      adjustments: AdjustmentList(selection, program: program, findings: findings).adjustments)
  }

  /// Returns the rules of which all controls are attested, as 0-based indices.
  private static func answered(
    by benchmarks: [BenchmarkReport], looseRules: [Int]
  ) -> [Int] {
    let controls = benchmarks.flatMap(\.controls)
    guard controls.contains(where: { $0.status == .attested }) else { return [] }
    let open = Set(controls.filter { $0.status != .attested }.flatMap(\.rules) + looseRules)
    let attested = controls.filter { $0.status == .attested }.flatMap(\.rules)
    return attested.uniqued.filter { !open.contains($0) }
  }

  /// Returns the controls that each application helps to decide.
  private static func controlReferences(of selection: Selection) -> [[ControlReference]] {
    var controls = [[ControlReference]](repeating: [], count: selection.applications.count)
    for selected in selection.benchmarks {
      let version = selected.benchmark.version.description
      for control in selected.controls {
        let reference = ControlReference(
          benchmark: selected.benchmark.name, version: version, id: control.control.id)
        for index in control.applications { controls[index].append(reference) }
      }
    }
    return controls
  }

  private static func report(
    of selected: Selection.SelectedBenchmark, _ rules: [RuleReport], _ governance: Governance,
    now: Timestamp
  ) -> BenchmarkReport {
    let reports = selected.controls.map { control in
      report(
        of: control, rules,
        governance.attestation(of: control.control, in: selected.benchmark, at: now))
    }
    let keeper = ScoreKeeper(
      controls: reports, rules: rules,
      loosened: Set(selected.changes.filter(\.mayLoosen).map(\.control)),
      accounts: governance.accounts)
    return BenchmarkReport(
      benchmark: selected.benchmark, controls: reports, score: keeper.total,
      breakdowns: keeper.breakdowns(of: selected.benchmark))
  }

  private static func report(
    of selected: Selection.SelectedControl, _ rules: [RuleReport],
    _ attestation: AttestationReport?
  ) -> ControlReport {
    let used = selected.applications.map { rules[$0] }
    let none: ControlStatus =
      selected.control.assessment == .manual ? .manual : .notImplemented
    let combined = ControlStatus.combined(used.map(\.status)) ?? none
    let status = selected.control.isDecidedByRules ? combined : combined.ofPart
    return ControlReport(
      control: selected.control,
      status: attestation?.isValid == true ? status.attested : status, attestation: attestation,
      rules: selected.applications, counts: used.map(\.counts).reduce(StatusCounts(), +))
  }
}

extension ControlStatus {
  /// The status of a control about which somebody states that it is met: what rules found out stands
  /// whatever anybody states; what they could not tell, a person may.
  fileprivate var attested: ControlStatus {
    switch self {
    case .fail, .pass, .notImplemented, .attested: self
    case .unknown, .notApplicable, .noResources, .manual: .attested
    }
  }
}

extension Governance {
  /// Returns what people state about the control: of several attestations the one that holds
  /// longest, those that hold at `now` before others.
  fileprivate func attestation(
    of control: Control, in benchmark: Benchmark, at now: Timestamp
  ) -> AttestationReport? {
    guard control.assessment == .manual else { return nil }
    let found = attestations.filter { $0.control.matches(control, of: benchmark) }
    let valid = found.filter { $0.isValid(at: now) }
    let best = (valid.isEmpty ? found : valid).max { $0.validUntil < $1.validUntil }
    return best.map { AttestationReport(attestation: $0, isValid: !valid.isEmpty) }
  }
}
