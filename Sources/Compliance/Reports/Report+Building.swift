package import DomainValues
package import PolicyIR
internal import PolicyInterpreter
package import PolicyPacks
internal import ResourceModel
package import SourceText

extension Report {
  /// Returns the report of what the rules of `selection` say of `inputs`.
  package static func make(
    _ selection: Selection, of inputs: [EvaluatedInput], program: Program, sources: SourceMap,
    now: Timestamp, failurePolicy: FailurePolicy
  ) -> Report {
    var builder = ReportBuilder(
      selection.applications, program: program, inputs: inputs, sources: sources)
    let controls = controlReferences(of: selection)
    let rules = selection.applications.enumerated().map { index, application in
      builder.add(application, at: index, controls: controls[index] ?? [])
    }
    let benchmarks = selection.benchmarks.map { selected in
      let reports = selected.controls.map { report(of: $0, rules) }
      return BenchmarkReport(
        benchmark: selected.benchmark, controls: reports, score: score(of: reports, rules))
    }
    return Report(
      now: now, profile: selection.profile.label, failurePolicy: failurePolicy,
      inputs: inputs.map(\.report), benchmarks: benchmarks, looseRules: selection.loose,
      rules: rules, findings: builder.findings)
  }

  /// Returns the controls that each application helps to decide.
  private static func controlReferences(of selection: Selection) -> [Int: [ControlReference]] {
    var controls: [Int: [ControlReference]] = [:]
    for selected in selection.benchmarks {
      for control in selected.controls {
        let reference = ControlReference(
          benchmark: selected.benchmark.name, version: selected.benchmark.version.description,
          id: control.control.id)
        for index in control.applications { controls[index, default: []].append(reference) }
      }
    }
    return controls
  }

  private static func report(
    of selected: Selection.SelectedControl, _ rules: [RuleReport]
  ) -> ControlReport {
    let used = selected.applications.map { rules[$0] }
    let none: ControlStatus =
      selected.control.assessment == .manual ? .manual : .notImplemented
    return ControlReport(
      control: selected.control, status: ControlStatus.combined(used.map(\.status)) ?? none,
      rules: selected.applications, counts: used.map(\.counts).reduce(StatusCounts(), +))
  }

  /// Returns the score of `controls`, of which only the scored ones count.
  static func score(of controls: [ControlReport], _ rules: [RuleReport]) -> Score {
    let counted = controls.filter { report in
      guard report.control.isScored else { return false }
      switch report.status {
      case .pass, .fail, .unknown: return true
      case .notApplicable, .noResources, .manual, .notImplemented: return false
      }
    }
    let used = counted.flatMap(\.rules).uniqued.map { rules[$0] }
    let decided = used.reduce(0) { $0 + $1.decidedCount }
    let open = used.reduce(0) { $0 + $1.undecidedCount }
    return Score(
      passed: counted.count { $0.status == .pass }, counted: counted.count, decided: decided,
      applicable: decided + open)
  }
}
