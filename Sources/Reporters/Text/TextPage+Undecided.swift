internal import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// What is undecided, by cause.
extension TextPage {
  /// Writes what is undecided.
  mutating func addUndecided() {
    addUndecidedFindings()
    addNotCollected()
  }

  private mutating func addUndecidedFindings() {
    // Findings and rules are large, and are looked at in their places.
    let findings = report.findings.indices.filter {
      report.findings[$0].status == .unknown && report.findings[$0].disposition != .attested
    }
    let untold = report.rules.lazy.filter { !$0.isAnswered }.map(\.untold.unknown).reduce(0, +)
    guard !findings.isEmpty || untold > 0 else { return }
    line(styled(.heading, "Undecided"))
    for kind in CauseKind.allCases {
      let group = findings.filter { report.findings[$0].causes.first?.cause.kind == kind }
      guard !group.isEmpty else { continue }
      line(styled(.unknown, "?") + " \(group.count) undecided: \(kind.summary)", indent: 2)
      addDetails(of: group)
    }
    if untold > 0 {
      line(
        styled(.unknown, "?") + " \(untold) more undecided"
          + styled(.quiet, "  --findings all says why"),
        indent: 2)
    }
    line()
  }

  /// Writes each detail of the causes of the findings with these 0-based indices, and the resources
  /// it leaves open.
  private mutating func addDetails(of findings: [Int]) {
    let causes = findings.map { report.findings[$0].causes.first?.cause.detail ?? "" }
    let groups = Dictionary(grouping: zip(findings, causes)) { $0.1 }
    let details = causes.uniqued
    let limit = reporter.options.isVerbose ? details.count : 8
    for detail in details.prefix(limit) {
      let members = groups[detail] ?? []
      let names = members.map { report.findings[$0.0].resource }.uniqued.map {
        $0.name.safeOnTerminal
      }
      let rules = members.map { report.findings[$0.0].rule }.uniqued
      let controls = rules.flatMap { report.rules[$0].controls }.uniqued
      let ids = members.prefix(3).map { String(report.findings[$0.0].fingerprint.prefix(8)) }
      let subject = names.count == 1 ? names[0] : "\(names.count) resources"
      let heading = detail.isEmpty ? subject : detail
      var facts = detail.isEmpty || subject == detail ? [] : [subject]
      if !controls.isEmpty { facts.append(shortened(controls)) }
      facts.append(ids.joined(separator: " ") + (members.count > ids.count ? " …" : ""))
      line(
        heading.safeOnTerminal + styled(.quiet, "  " + facts.joined(separator: "  ")), indent: 6)
    }
    if details.count > limit {
      line(
        styled(.quiet, "and \(details.count - limit) more causes; --verbose shows them"),
        indent: 6)
    }
  }

  /// Returns the ids of controls in the order of the benchmarks, with `–` between the first and the
  /// last of three or more that follow each other; of several benchmarks, each after its label.
  private func shortened(_ controls: [ControlReference]) -> String {
    let parts = report.benchmarks.compactMap { benchmark -> String? in
      let (name, version) = (benchmark.benchmark.name, benchmark.benchmark.version.description)
      let wanted = controls.filter { $0.benchmark == name && $0.version == version }
      let text = TextPage.shortened(Set(wanted.map(\.id)), of: benchmark)
      if text.isEmpty { return nil }
      return report.benchmarks.count > 1 ? "\(benchmark.benchmark.label) \(text)" : text
    }
    return parts.joined(separator: "  ")
  }

  private static func shortened(_ wanted: Set<String>, of benchmark: BenchmarkReport) -> String {
    var runs: [[String]] = []
    var isRun = false
    for index in benchmark.controls.indices {
      let isWanted = wanted.contains(benchmark.controls[index].control.id)
      if isWanted {
        if !isRun { runs.append([]) }
        runs[runs.count - 1].append(benchmark.controls[index].control.id)
      }
      isRun = isWanted
    }
    return runs.map { run in
      run.count < 3 ? run.joined(separator: " ") : "\(run[0])–\(run[run.count - 1])"
    }.joined(separator: " ")
  }

  /// Writes the types of resources that were not collected: first those that nobody was asked for all
  /// of, then those that a source could not show, each with the reasons.
  private mutating func addNotCollected() {
    let rules = report.rules.indices.filter {
      report.rules[$0].isNotCollected && !report.rules[$0].isAnswered
    }
    guard !rules.isEmpty else { return }
    line(styled(.heading, "Not collected"))
    let members = Dictionary(grouping: rules) { report.rules[$0].type }
    let types = members.sorted { $0.key < $1.key }
    // Rules of the same type lack the same.
    let reasons = types.map { gaps(in: report.rules[$0.value[0]]) }
    for (type, gaps) in zip(types, reasons) where gaps.isEmpty {
      addNotCollected(type.key, type.value)
    }
    if reasons.contains(where: \.isEmpty) {
      line(
        styled(.quiet, "the input shows none of these, and does not say that there are none"),
        indent: 2)
    }
    for (type, gaps) in zip(types, reasons) where !gaps.isEmpty {
      addNotCollected(type.key, type.value)
      for gap in gaps { line(styled(.quiet, gap.safeOnTerminal), indent: 6) }
    }
    line()
  }

  /// Writes that resources of `type` were not collected, which leaves `rules` open.
  private mutating func addNotCollected(_ type: String, _ rules: [Int]) {
    let controls = rules.flatMap { report.rules[$0].controls }.uniqued
    let facts =
      controls.isEmpty
      ? rules.map { report.rules[$0].name }.joined(separator: " ") : shortened(controls)
    line(styled(.unknown, "?") + " " + type + styled(.quiet, "  " + facts), indent: 2)
  }

  /// Returns why inputs could not show all resources of the rule that they were asked for.
  private func gaps(in rule: RuleReport) -> [String] {
    rule.populations.filter(\.isGap).map { gap in
      let reasons = gap.causes.map { "\($0.cause)" }.joined(separator: "; ")
      return reasons + place(gap)
    }
  }
}
