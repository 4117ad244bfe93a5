internal import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyPacks
internal import SourceText

/// What people decided: waivers, attestations, other values than the benchmarks' own.
extension TextPage {
  /// Writes what was decided on the finding.
  mutating func addDecisions(on finding: Finding, indent: Int) {
    for deviation in finding.deviations {
      line(
        styled(.quiet, "\(deviation.parameter) is \(deviation.value), not \(deviation.own): ")
          + words(deviation.strictness),
        indent: indent)
    }
    let waivers = finding.waivers.map { report.waivers[$0].waiver }
    switch finding.disposition {
    case .waived:
      for waiver in waivers {
        line(
          styled(.quiet, "waived until \(day(waiver.expires)) by \(waiver.id): \(waiver.reason)"),
          indent: indent)
      }
    case .attested: return
    case .active:
      guard !waivers.isEmpty else { return }
      let open = finding.elements.filter { $0.waiver == nil }.map(\.text)
      let names = waivers.map(\.id).joined(separator: ", ")
      line(
        styled(.quiet, "waived in part by \(names); not waived: \(open.joined(separator: ", "))"),
        indent: indent)
    }
  }

  /// Writes what somebody states about a control.
  mutating func add(_ report: AttestationReport, indent: Int) {
    let attestation = report.attestation
    let words =
      report.isValid
      ? "\(attestation.author) on \(day(attestation.stated)), until \(day(attestation.validUntil))"
      : "the attestation by \(attestation.author) held from \(day(attestation.stated)) to \(day(attestation.validUntil))"
    line(styled(report.isValid ? .quiet : .unknown, words), indent: indent)
    guard reporter.options.isVerbose else { return }
    line(attestation.statement.safeOnTerminal, indent: indent)
    for link in attestation.evidence { line(styled(.quiet, link), indent: indent) }
  }

  /// Writes the waivers.
  mutating func addWaivers() {
    guard !report.waivers.isEmpty else { return }
    line(styled(.heading, "Waivers"))
    for waiver in report.waivers { add(waiver) }
    line()
  }

  private mutating func add(_ report: WaiverReport) {
    let waiver = report.waiver
    var facts: [String] = []
    if report.findingCount > 0 {
      facts.append(report.findingCount.counted("finding"))
    }
    facts.append("until \(day(waiver.expires))")
    facts.append(waiver.owner)
    if !waiver.ticket.isEmpty { facts.append(waiver.ticket) }
    if !report.notices.isEmpty { facts.append("\(report.location.file):\(report.location.line)") }
    let mark = report.notices.isEmpty ? styled(.quiet, "–") : styled(.unknown, "!")
    line(
      mark + " " + waiver.id.safeOnTerminal
        + styled(.quiet, "  " + facts.joined(separator: "  ")),
      indent: 2)
    for notice in report.notices { line(styled(.unknown, notice.message), indent: 6) }
    if reporter.options.isVerbose { line(styled(.quiet, waiver.reason), indent: 6) }
  }

  /// Writes what was done otherwise than the benchmarks and rules say.
  mutating func addAdjustments() {
    guard !report.adjustments.isEmpty else { return }
    line(styled(.heading, "Adjusted"))
    for adjustment in report.adjustments { add(adjustment) }
    line()
  }

  private mutating func add(_ adjustment: Adjustment) {
    let mark: String
    switch adjustment.strictness {
    case .looser?, .unclear?: mark = styled(.unknown, "!")
    case .same?, .stricter?, nil: mark = styled(.quiet, "–")
    }
    var facts: [String] = []
    if !adjustment.scope.isEmpty { facts.append(adjustment.scope) }
    if let count = adjustment.resourceCount {
      facts.append(count.counted("resource"))
    }
    if !adjustment.source.isEmpty { facts.append(adjustment.source) }
    line(
      mark + " " + words(adjustment).safeOnTerminal
        + styled(.quiet, "  " + facts.joined(separator: "  ")),
      indent: 2)
    if !adjustment.reason.isEmpty { line(styled(.quiet, adjustment.reason), indent: 6) }
  }

  private func words(_ adjustment: Adjustment) -> String {
    let subject =
      report.benchmarks.count > 1 && !adjustment.benchmark.isEmpty
      ? "\(adjustment.benchmark) \(adjustment.subject)" : adjustment.subject
    let values =
      adjustment.from.isEmpty ? "with \(adjustment.to)" : "\(adjustment.to), not \(adjustment.from)"
    switch adjustment.kind {
    case .excluded: return "\(subject) is left out"
    case .disabled: return "\(subject) is disabled"
    case .severity: return "\(subject): severity \(values)"
    case .control: return "\(subject): \(adjustment.attribute) \(values)"
    case .parameter:
      let strictness = adjustment.strictness.map { " (\(word($0)))" } ?? ""
      return "\(subject): \(adjustment.attribute) \(values)\(strictness)"
    }
  }

  private func words(_ strictness: Strictness) -> String {
    styled(strictness.mayBeLooser ? .unknown : .quiet, word(strictness))
  }

  private func word(_ strictness: Strictness) -> String {
    switch strictness {
    case .same: "as strict"
    case .stricter: "stricter"
    case .looser: "looser"
    case .unclear: "perhaps looser"
    }
  }

  /// Returns the day of the instant, in UTC.
  private func day(_ instant: Timestamp) -> String { String(instant.description.prefix(10)) }
}
