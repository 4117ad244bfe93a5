internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel

/// Gathers what a run does otherwise than the benchmarks and rules say by themselves.
struct AdjustmentList {
  /// What is done otherwise, each thing once.
  private(set) var adjustments: [Adjustment] = []

  /// Gathers the adjustments of `selection`, by which `findings` were made.
  init(_ selection: Selection, program: Program, findings: [Finding]) {
    for selected in selection.benchmarks {
      for change in selected.changes { add(change, of: selected, program) }
      addExclusions(of: selected)
    }
    addSeverities(of: selection, program)
    let counts = AdjustmentList.counts(of: findings)
    for (index, application) in selection.applications.enumerated() {
      addParameters(of: application, program, counts[index] ?? [:])
    }
    adjustments = adjustments.uniqued
  }

  /// Adds something in which a benchmark differs from the one that it extends.
  private mutating func add(
    _ change: BenchmarkChange, of selected: Selection.SelectedBenchmark, _ program: Program
  ) {
    func text(_ value: Value?) -> String {
      value.map { ValueText.describe($0, schema: program.schema) } ?? ""
    }
    var (kind, subject) = (Adjustment.Kind.control, change.control)
    var (attribute, from, to) = ("", "", "")
    var strictness: Strictness?
    switch change.kind {
    case .disabled: (kind, strictness) = (.disabled, .looser)
    case .attribute(let name, let old, let new): (attribute, from, to) = (name, old, new)
    case .parameter(let rule, let index, let old, let new, let effect):
      subject += " \(program[rule].name)"
      attribute = program[rule].parameters[index].name
      (kind, from, to, strictness) = (.parameter, text(old), text(new), effect)
    }
    adjustments.append(
      Adjustment(
        kind: kind, subject: subject, benchmark: selected.benchmark.label, attribute: attribute,
        from: from, to: to, scope: "", strictness: strictness, resourceCount: nil,
        source: selected.benchmark.extends.map { "unlike \($0)" } ?? "", reason: change.reason))
  }

  private mutating func addExclusions(of selected: Selection.SelectedBenchmark) {
    for excluded in selected.excluded {
      adjustments.append(
        Adjustment(
          kind: .excluded, subject: excluded.control.id, benchmark: selected.benchmark.label,
          attribute: "", from: "", to: "", scope: "", strictness: .looser, resourceCount: nil,
          source: "profile \(excluded.profile)", reason: excluded.reason))
    }
  }

  private mutating func addSeverities(of selection: Selection, _ program: Program) {
    if selection.severities.isEmpty { return }
    for rule in selection.applications.map(\.rule).uniqued {
      let own = program[rule].severity
      guard let severity = selection.severities[rule], severity != own else { continue }
      adjustments.append(
        Adjustment(
          kind: .severity, subject: program[rule].name, benchmark: "", attribute: "",
          from: own.rawValue, to: severity.rawValue, scope: "", strictness: nil,
          resourceCount: nil, source: "profile \(selection.profile.label)", reason: ""))
    }
  }

  private mutating func addParameters(
    of application: RuleApplication, _ program: Program, _ counts: [Deviation: Int]
  ) {
    if application.overrides.isEmpty { return }
    let rule = program[application.rule]
    for override in application.overrides {
      let parameter = rule.parameters[override.parameter]
      func text(_ value: Value?) -> String {
        value.map { ValueText.describe($0, schema: program.schema) } ?? ""
      }
      let deviation = Deviation(
        parameter: parameter.name, value: text(override.value),
        own: text(application.parameters[override.parameter] ?? parameter.defaultValue),
        strictness: override.strictness)
      adjustments.append(
        Adjustment(
          kind: .parameter, subject: rule.name, benchmark: "", attribute: parameter.name,
          from: deviation.own, to: deviation.value, scope: override.scope.label,
          strictness: override.strictness, resourceCount: counts[deviation] ?? 0,
          source: "cispol.yaml", reason: override.reason))
    }
  }

  /// Returns how many findings of each application were made by each deviation.
  private static func counts(of findings: [Finding]) -> [Int: [Deviation: Int]] {
    var counts: [Int: [Deviation: Int]] = [:]
    for index in findings.indices where !findings[index].deviations.isEmpty {
      for deviation in findings[index].deviations {
        counts[findings[index].rule, default: [:]][deviation, default: 0] += 1
      }
    }
    return counts
  }
}
