package import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel
internal import SourceText

/// Renders reports for programs, in the form that `docs/report.schema.json` describes.
package struct JSONReporter: Sendable {
  /// The name of the form; it changes when readers would have to.
  package static let schema = "cispol-report/1"

  /// Whether findings that pass or are not applicable are written as well.
  private let showsAll: Bool

  /// Whether what rules read and how much work they are is written as well.
  private let isVerbose: Bool

  /// Creates a reporter that also writes what passes iff `showsAll`, and what is known of rules iff
  /// `isVerbose`.
  package init(showsAll: Bool, isVerbose: Bool = false) {
    self.isVerbose = isVerbose
    self.showsAll = showsAll
  }

  /// Hands the bytes of `report`, piece by piece, to `output`.
  package func render(_ report: Report, to output: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: output)
    writer.beginObject()
    writer.write(.string(JSONReporter.schema), "schema")
    writer.write(.string(report.now.description), "now")
    writer.write(.object(exit(report)), "exit")
    writer.write(.array(report.inputs.map { .object(input($0)) }), "inputs")
    writer.write(.string(report.profile), "profile")
    writer.write(.object(summary(report)), "summary")
    writer.write(.array(report.benchmarks.map { .object(benchmark($0)) }), "benchmarks")
    writer.beginArray("controls")
    for benchmark in report.benchmarks {
      for control in benchmark.controls {
        writer.write(.object(self.control(control, of: benchmark, report)))
      }
    }
    writer.end()
    writer.beginArray("populations")
    for rule in report.rules {
      for population in rule.populations {
        writer.write(.object(members(of: population, rule, report.inputs)))
      }
    }
    writer.end()
    if isVerbose {
      writer.write(.array(report.rules.map { .object(footprint($0)) }), "rules")
    }
    writer.beginArray("findings")
    for finding in report.findings where isShown(finding) {
      writer.write(.object(self.finding(finding, report.rules[finding.rule], report.waivers)))
    }
    writer.end()
    let governance = GovernanceJSON()
    writer.write(.array(report.waivers.map { governance.waiver($0) }), "waivers")
    writer.write(.array(report.adjustments.map { governance.adjustment($0) }), "adjustments")
    writer.end()
  }

  private typealias Members = [(key: String, value: JSONValue)]

  private func isShown(_ finding: Finding) -> Bool {
    switch finding.status {
    case .fail, .unknown: true
    case .pass, .notApplicable: showsAll
    }
  }

  private func exit(_ report: Report) -> Members {
    [
      ("code", .integer(Int(report.verdict.rawValue))),
      ("meaning", .string(report.verdict.word)),
      ("fail_on", .string(report.failurePolicy.label)),
    ]
  }

  private func input(_ input: InputReport) -> Members {
    [
      ("name", .string(input.name)),
      ("format", .string(input.format)),
      ("resources", .integer(input.resourceCount)),
      ("notes", .strings(input.warnings + input.details)),
    ]
  }

  private func summary(_ report: Report) -> Members {
    [
      ("rules", .integer(report.rules.count)),
      ("judgements", .object(counts(report.counts))),
      ("not_collected", .integer(report.notCollectedCount)),
      ("findings_left_out", .integer(leftOut(report.untold))),
      ("waived", .integer(report.waivedCount)),
      ("attested", .integer(report.attestedCount)),
    ]
  }

  private func leftOut(_ untold: StatusCounts) -> Int {
    untold.fail + untold.unknown + (showsAll ? untold.pass + untold.notApplicable : 0)
  }

  private func counts(_ counts: StatusCounts) -> Members {
    [
      ("pass", .integer(counts.pass)),
      ("fail", .integer(counts.fail)),
      ("unknown", .integer(counts.unknown)),
      ("not_applicable", .integer(counts.notApplicable)),
    ]
  }

  private func benchmark(_ report: BenchmarkReport) -> Members {
    let sections = report.sections.map { section, controls -> JSONValue in
      .object([
        ("section", .string(section.title)), ("id", .string(section.id)),
        ("controls", .object(counts(controls))),
      ])
    }
    return [
      ("benchmark", .string(report.benchmark.name)),
      ("version", .string(report.benchmark.version.description)),
      ("title", .string(report.benchmark.title)),
      ("score", .object(score(report.score))),
      ("controls", .object(counts(report.controls))),
      ("sections", .array(sections)),
      ("breakdowns", .array(report.breakdowns.map { .object(breakdown($0)) })),
    ]
  }

  private func breakdown(_ breakdown: Breakdown) -> Members {
    [
      ("kind", .string(breakdown.kind.rawValue)),
      ("key", .string(breakdown.key)),
      ("title", .string(breakdown.title)),
      ("score", .object(score(breakdown.score))),
    ]
  }

  private func counts(_ controls: [ControlReport]) -> Members {
    let counts = ControlCounts(controls.map(\.status))
    return ControlStatus.allCases.map { ($0.rawValue, .integer(counts[$0])) }
  }

  private func score(_ score: Score) -> Members {
    [
      ("percent", .optional(score.percent)),
      ("passed", .integer(score.passed)),
      ("counted", .integer(score.counted)),
      ("coverage_percent", .optional(score.coverage)),
      ("decided", .integer(score.decided)),
      ("applicable", .integer(score.applicable)),
      ("loosened", .integer(score.loosened)),
    ]
  }

  private func control(
    _ report: ControlReport, of benchmark: BenchmarkReport, _ whole: Report
  ) -> Members {
    let control = report.control
    let rules = report.rules.map { whole.rules[$0] }
    return [
      ("benchmark", .string(benchmark.benchmark.name)),
      ("version", .string(benchmark.benchmark.version.description)),
      ("id", .string(control.id)),
      ("slug", .string(control.slug)),
      ("title", .string(control.title)),
      ("section", .string(benchmark.benchmark.topSection(of: control).title)),
      ("section_id", .string(control.section.id)),
      ("level", .integer(control.level == .one ? 1 : 2)),
      ("assessment", .string(control.assessment.rawValue)),
      ("scored", .boolean(control.isScored)),
      ("status", .string(report.status.rawValue)),
      ("judgements", .object(counts(report.counts))),
      ("rules", .array(rules.map { .object(rule($0)) })),
      (
        "cis_controls",
        .object(control.safeguards.map { ($0.version, .strings($0.ids)) })
      ),
      ("security_hub", .strings(control.securityHub)),
      ("security_hub_generators", .strings(control.securityHubGenerators)),
      ("config_rules", .strings(control.configRules)),
      ("frameworks", .object(control.frameworks.map { ($0.name, .strings($0.ids)) })),
      ("attestation", report.attestation.map { GovernanceJSON().attestation($0) } ?? .null),
    ]
  }

  private func rule(_ rule: RuleReport) -> Members {
    [
      ("rule", .string(rule.name)),
      ("parameters", .object(rule.parameters.map { ($0.name, .string($0.value)) })),
      ("status", .string(rule.status.rawValue)),
    ]
  }

  private func footprint(_ rule: RuleReport) -> Members {
    [
      ("rule", .string(rule.name)),
      ("pack", .string(rule.pack)),
      ("parameters", .object(rule.parameters.map { ($0.name, .string($0.value)) })),
      ("type", .string(rule.type)),
      ("reach", .string(rule.footprint.reach.rawValue)),
      ("cost", .string(rule.footprint.cost.rawValue)),
    ]
  }

  /// Returns what is to be said of what inputs lack.
  private func members(
    of population: RulePopulation, _ rule: RuleReport, _ inputs: [InputReport]
  ) -> Members {
    let state =
      switch population.state {
      case .none: "no_resources"
      case .open: "not_collected"
      }
    return [
      ("rule", .string(rule.name)),
      ("parameters", .object(rule.parameters.map { ($0.name, .string($0.value)) })),
      ("type", .string(rule.type)),
      ("inputs", .strings(population.inputs.map { inputs[$0].name })),
      ("state", .string(state)),
      ("status", .string(population.status.rawValue)),
      ("severity", .string(rule.severity.rawValue)),
      ("controls", .array(rule.controls.map { .object(reference($0)) })),
      ("causes", .array(population.causes.map { .object(cause($0)) })),
    ]
  }

  private func finding(
    _ finding: Finding, _ rule: RuleReport, _ waivers: [WaiverReport]
  ) -> Members {
    let governance = GovernanceJSON()
    return members(of: finding, rule) + governance.decisions(on: finding, waivers)
  }

  private func members(of finding: Finding, _ rule: RuleReport) -> Members {
    [
      ("fingerprint", .string(finding.fingerprint)),
      ("rule", .string(rule.name)),
      ("pack", .string(rule.pack)),
      ("title", .string(rule.title)),
      ("parameters", .object(rule.parameters.map { ($0.name, .string($0.value)) })),
      ("status", .string(finding.status.rawValue)),
      ("severity", .string(finding.severity.rawValue)),
      ("disposition", .string(finding.disposition.rawValue)),
      ("controls", .array(rule.controls.map { .object(reference($0)) })),
      ("resource", .object(resource(finding.resource))),
      ("message", .string(finding.message)),
      ("causes", .array(finding.causes.map { .object(cause($0)) })),
      ("location", location(finding.location)),
      ("remediation", .string(finding.status == .fail ? rule.remediation : "")),
    ]
  }

  private func resource(_ resource: ResourceReference) -> Members {
    [
      ("type", .string(resource.type)),
      ("id", .optional(resource.id)),
      ("address", .string(resource.address)),
      ("name", .string(resource.name)),
      ("account", .optional(resource.account)),
      ("region", .optional(resource.region)),
    ]
  }

  private func reference(_ control: ControlReference) -> Members {
    [
      ("benchmark", .string(control.benchmark)),
      ("version", .string(control.version)),
      ("id", .string(control.id)),
    ]
  }

  private func cause(_ cause: LocatedCause) -> Members {
    [
      ("kind", .string(cause.cause.kind.rawValue)),
      ("detail", .string(cause.cause.detail)),
      ("location", location(cause.location)),
    ]
  }

  private func location(_ location: SourceLocation?) -> JSONValue {
    guard let location else { return .null }
    return .object([
      ("file", .string(location.file)),
      ("line", .integer(location.line)),
      ("column", .integer(location.column)),
    ])
  }
}

extension Verdict {
  /// The verdict in one word.
  package var word: String {
    switch self {
    case .clean: "clean"
    case .failed: "failed"
    case .unusable: "unusable"
    case .undecided: "undecided"
    case .nothingEvaluated: "nothing_evaluated"
    }
  }
}
