internal import Compliance
internal import DomainValues
internal import PolicyIR
internal import PolicyPacks
internal import SourceText

/// Makes JSON of what people decided.
struct GovernanceJSON {
  /// Returns the members that say what was decided on the finding.
  func decisions(
    on finding: Finding, _ waivers: [WaiverReport]
  ) -> [(key: String, value: JSONValue)] {
    let elements = finding.elements.map { element -> JSONValue in
      .object([
        ("element", .string(element.text)),
        ("waiver", .optional(element.waiver.map { waivers[$0].waiver.id })),
      ])
    }
    let deviations = finding.deviations.map { deviation -> JSONValue in
      .object([
        ("parameter", .string(deviation.parameter)),
        ("value", .string(deviation.value)),
        ("own", .string(deviation.own)),
        ("strictness", .string(deviation.strictness.rawValue)),
      ])
    }
    return [
      ("waivers", .strings(finding.waivers.map { waivers[$0].waiver.id })),
      ("elements", .array(elements)),
      ("deviations", .array(deviations)),
    ]
  }

  /// Returns the waiver and what became of it.
  func waiver(_ report: WaiverReport) -> JSONValue {
    let waiver = report.waiver
    let notices = report.notices.map { notice -> JSONValue in
      .object([("kind", .string(notice.word)), ("message", .string(notice.message))])
    }
    return .object([
      ("id", .string(waiver.id)),
      ("standing", .string(report.standing.rawValue)),
      ("findings", .integer(report.findingCount)),
      ("reason", .string(waiver.reason)),
      ("owner", .string(waiver.owner)),
      ("ticket", .string(waiver.ticket)),
      ("granted", day(waiver.granted)),
      ("expires", day(waiver.expires)),
      (
        "location",
        .object([
          ("file", .string(report.location.file)), ("line", .integer(report.location.line)),
          ("column", .integer(report.location.column)),
        ])
      ),
      ("notices", .array(notices)),
    ])
  }

  /// Returns what somebody states about a control.
  func attestation(_ report: AttestationReport) -> JSONValue {
    let attestation = report.attestation
    return .object([
      ("statement", .string(attestation.statement)),
      ("evidence", .strings(attestation.evidence)),
      ("by", .string(attestation.author)),
      ("stated", day(attestation.stated)),
      ("valid_until", day(attestation.validUntil)),
      ("valid", .boolean(report.isValid)),
    ])
  }

  /// Returns what was done otherwise than the benchmarks and rules say.
  func adjustment(_ adjustment: Adjustment) -> JSONValue {
    .object([
      ("kind", .string(adjustment.kind.rawValue)),
      ("subject", .string(adjustment.subject)),
      ("benchmark", .string(adjustment.benchmark)),
      ("attribute", .string(adjustment.attribute)),
      ("from", .string(adjustment.from)),
      ("to", .string(adjustment.to)),
      ("scope", .string(adjustment.scope)),
      ("strictness", .optional(adjustment.strictness?.rawValue)),
      ("resources", .optional(adjustment.resourceCount)),
      ("source", .string(adjustment.source)),
      ("reason", .string(adjustment.reason)),
    ])
  }

  private func day(_ instant: Timestamp) -> JSONValue {
    .string(String(instant.description.prefix(10)))
  }
}
