internal import Compliance
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// The text of a report while it is written.
struct TextPage {
  /// The report.
  let report: Report

  /// How it is shown.
  let reporter: TextReporter

  /// What is written so far.
  private(set) var text = ""

  /// For each rule whose resources were shown, the control or rule below which they are.
  private var shown: [Int: String] = [:]

  /// Creates an empty page for `report`.
  init(report: Report, reporter: TextReporter) {
    self.report = report
    self.reporter = reporter
  }

  /// Writes `line`, which is indented by `indent` columns.
  mutating func line(_ line: String = "", indent: Int = 0) {
    if !line.isEmpty {
      text += TextPage.spaces(indent)
      text += line
    }
    text += "\n"
  }

  /// Returns as many spaces, or nothing for a number below 1.
  static func spaces(_ count: Int) -> String {
    // Repeating a text takes many times as long, and there are some in every line.
    let count = Swift.max(0, count)
    return unsafe String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count { unsafe buffer[index] = UInt8(ascii: " ") }
      return count
    }
  }

  /// Returns `text` as `role`.
  func styled(_ role: TextStyle.Role, _ text: String) -> String {
    reporter.style.apply(role, text)
  }

  /// Writes the controls of `benchmark`.
  mutating func add(_ benchmark: BenchmarkReport) {
    let title = "\(benchmark.benchmark.title) \(benchmark.benchmark.version)"
    let profile = report.profile == "all" ? "" : "  profile \(report.profile)"
    line(styled(.heading, title) + styled(.quiet, profile))
    let width = benchmark.controls.map(\.control.id.count).max() ?? 0
    for (section, controls) in benchmark.sections {
      line()
      let counts = words(ControlCounts(controls.map(\.status)))
      line(styled(.heading, section.title) + styled(.quiet, "  ") + counts)
      for control in controls { add(control, of: benchmark.benchmark, width: width) }
    }
    line()
  }

  private mutating func add(_ report: ControlReport, of benchmark: Benchmark, width: Int) {
    let control = report.control
    let id = control.id.safeOnTerminal + TextPage.spaces(width - control.id.count)
    let words = StatusWords(report.status)
    line(
      styled(words.role, words.mark) + " " + id + "  " + control.title.safeOnTerminal
        + styled(.quiet, "  " + summary(report)),
      indent: 2)
    let owner = self.report.benchmarks.count > 1 ? "\(benchmark.label) \(control.id)" : control.id
    for rule in report.rules { addResources(of: rule, below: owner, indent: width + 6) }
    if let attestation = report.attestation { add(attestation, indent: width + 6) }
  }

  /// Returns what is known of a control in a few words.
  private func summary(_ control: ControlReport) -> String {
    StatusWords.summary(
      control.status, control.counts, waived: self.waived(control.rules),
      notCollected: control.rules.filter { report.rules[$0].isNotCollected }.map {
        report.rules[$0].type
      }.uniqued)
  }

  /// Returns how many findings of the rules are waived, by their status.
  private func waived(_ rules: [Int]) -> StatusCounts {
    var counts = StatusCounts()
    for rule in rules {
      for finding in report.findings[report.rules[rule].findings]
      where finding.disposition == .waived {
        counts.add(finding.status)
      }
    }
    return counts
  }

  /// Writes the rules that were evaluated for themselves.
  mutating func addLooseRules() {
    let packs = report.looseRules.map { report.rules[$0].pack }.uniqued
    for pack in packs {
      line(styled(.heading, pack))
      for index in report.looseRules where report.rules[index].pack == pack {
        let rule = report.rules[index]
        let words = StatusWords(rule.status)
        let summary = StatusWords.summary(
          rule.status, rule.counts, waived: self.waived([index]),
          notCollected: rule.isNotCollected ? [rule.type] : [])
        line(
          styled(words.role, words.mark) + " " + rule.name
            + (rule.title == rule.name ? "" : "  " + rule.title.safeOnTerminal)
            + styled(.quiet, "  " + summary),
          indent: 2)
        addResources(of: index, below: rule.name, indent: 4)
      }
      line()
    }
  }

  /// Writes the resources of the rule that fail, unless that was done below another control.
  private mutating func addResources(of index: Int, below owner: String, indent: Int) {
    // Findings and rules are large, and are looked at in their places.
    let findings = report.rules[index].findings.filter {
      switch report.findings[$0].status {
      case .fail: true
      case .pass, .notApplicable: reporter.options.showsAll
      case .unknown: false
      }
    }
    if report.rules[index].lacksResources { addLack(of: report.rules[index], indent: indent) }
    let untold = report.rules[index].untold
    let leftOut =
      untold.fail + (reporter.options.showsAll ? untold.pass + untold.notApplicable : 0)
    guard !findings.isEmpty || leftOut > 0 else { return }
    if let other = shown[index] {
      return line(styled(.quiet, "as for \(other)"), indent: indent)
    }
    shown[index] = owner
    let rule = report.rules[index]
    let limit = reporter.options.isVerbose ? findings.count : TextReporter.mostResources
    for finding in findings.prefix(limit) { add(report.findings[finding], indent: indent) }
    let hidden = findings.count - Swift.min(limit, findings.count) + leftOut
    if hidden > 0 {
      let remedy = reporter.options.isVerbose ? "--findings all" : "--verbose"
      line(styled(.quiet, "and \(hidden) more; \(remedy) shows them"), indent: indent)
    }
    if reporter.options.isVerbose, !rule.remediation.isEmpty, rule.counts.fail > 0 {
      line(styled(.quiet, "→ \(rule.remediation)"), indent: indent)
    }
  }

  /// Writes that resources are not there which the rule wants.
  private mutating func addLack(of rule: RuleReport, indent: Int) {
    for population in rule.populations where population.status == .fail {
      line(
        styled(.fail, "✗") + " there is no \(rule.type)" + place(population)
          + ", and the rule `\(rule.name)` wants one",
        indent: indent)
    }
  }

  /// Returns in which inputs something is lacking, if there are others.
  func place(_ population: RulePopulation) -> String {
    guard population.inputs.count < report.inputs.count else { return "" }
    let names = population.inputs.map { report.inputs[$0].name.safeOnTerminal }
    return " in " + names.joined(separator: ", ")
  }

  private mutating func add(_ finding: Finding, indent: Int) {
    let words = StatusWords(ControlStatus(finding.status))
    let isWaived = finding.disposition == .waived
    line(
      styled(isWaived ? .quiet : words.role, words.mark) + " "
        + finding.resource.name.safeOnTerminal + styled(.quiet, "  " + place(finding)),
      indent: indent)
    if !finding.message.isEmpty { line(finding.message.safeOnTerminal, indent: indent + 2) }
    addDecisions(on: finding, indent: indent + 2)
  }

  /// Returns where the finding was made, how much it matters and its id.
  func place(_ finding: Finding) -> String {
    var parts: [String] = []
    if let location = finding.location { parts.append("\(location.file):\(location.line)") }
    if finding.status == .fail { parts.append(finding.severity.rawValue) }
    parts.append(String(finding.fingerprint.prefix(8)))
    return parts.joined(separator: "  ")
  }
}
