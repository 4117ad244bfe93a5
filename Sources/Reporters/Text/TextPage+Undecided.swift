internal import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel

/// What is undecided, by cause.
extension TextPage {
  /// Writes what is undecided.
  mutating func addUndecided() {
    addUndecidedFindings()
    addNotCollected()
  }

  private mutating func addUndecidedFindings() {
    let findings = report.findings.filter {
      $0.status == .unknown && $0.disposition != .attested
    }
    let untold = report.untold.unknown
    guard !findings.isEmpty || untold > 0 else { return }
    line(styled(.heading, "Undecided"))
    for kind in CauseKind.allCases {
      let group = findings.filter { $0.causes.first?.cause.kind == kind }
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

  /// Writes each detail of the causes, and the resources it leaves open.
  private mutating func addDetails(of findings: [Finding]) {
    let groups = Dictionary(grouping: findings) { $0.causes.first?.cause.detail ?? "" }
    let details = findings.map { $0.causes.first?.cause.detail ?? "" }.uniqued
    let limit = reporter.options.isVerbose ? details.count : 8
    for detail in details.prefix(limit) {
      let members = groups[detail] ?? []
      let names = members.map { TextStyle.safe($0.resource.name) }.uniqued
      let controls = members.flatMap { report.rules[$0.rule].controls }.uniqued
      let ids = members.prefix(3).map { String($0.fingerprint.prefix(8)) }
      let subject = names.count == 1 ? names[0] : "\(names.count) resources"
      let heading = detail.isEmpty ? subject : detail
      var facts = detail.isEmpty || subject == detail ? [] : [subject]
      if !controls.isEmpty { facts.append(shortened(controls)) }
      facts.append(ids.joined(separator: " ") + (members.count > ids.count ? " …" : ""))
      line(
        TextStyle.safe(heading) + styled(.quiet, "  " + facts.joined(separator: "  ")), indent: 6)
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
    let wanted = Set(controls)
    let parts = report.benchmarks.compactMap { benchmark -> String? in
      let ids = benchmark.controls.map(\.control.id)
      let text = shortened(ids, of: benchmark.benchmark, wanted)
      if text.isEmpty { return nil }
      return report.benchmarks.count > 1 ? "\(benchmark.benchmark.label) \(text)" : text
    }
    return parts.joined(separator: "  ")
  }

  private func shortened(
    _ ids: [String], of benchmark: Benchmark, _ wanted: Set<ControlReference>
  ) -> String {
    let version = benchmark.version.description
    var runs: [[String]] = []
    var isRun = false
    for id in ids {
      let isWanted = wanted.contains(
        ControlReference(benchmark: benchmark.name, version: version, id: id))
      if isWanted, isRun { runs[runs.count - 1].append(id) }
      if isWanted, !isRun { runs.append([id]) }
      isRun = isWanted
    }
    return runs.map { run in
      run.count < 3 ? run.joined(separator: " ") : "\(run[0])–\(run[run.count - 1])"
    }.joined(separator: " ")
  }

  /// Writes the types of resources that were not collected.
  private mutating func addNotCollected() {
    let rules = report.rules.filter { $0.isNotCollected && !$0.isAnswered }
    guard !rules.isEmpty else { return }
    line(styled(.heading, "Not collected"))
    for type in rules.map(\.type).uniqued.sorted() {
      let members = rules.filter { $0.type == type }
      let controls = members.flatMap(\.controls).uniqued
      let facts =
        controls.isEmpty ? members.map(\.name).joined(separator: " ") : shortened(controls)
      line(
        styled(.unknown, "?") + " " + type + styled(.quiet, "  " + facts),
        indent: 2)
    }
    line(
      styled(.quiet, "the input shows none of these, and does not say that there are none"),
      indent: 2)
    line()
  }
}
