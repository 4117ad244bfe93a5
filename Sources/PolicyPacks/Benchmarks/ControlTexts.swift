/// What there is to read about a control; each part is empty where nothing is said.
package struct ControlTexts: Hashable, Sendable {
  /// What it demands, in some sentences.
  package let description: String

  /// Why it matters.
  package let rationale: String

  /// What to do where it is not met.
  package let remediation: String

  /// What doing that may do to what runs.
  package let impact: Impact?

  /// What an attestation of it must state.
  package let attestation: String

  /// Whether its rules decide it wholly, even where a benchmark wants a person to look.
  package let isDecidedByRules: Bool

  /// The keys of the texts in files.
  static let keys = [
    "description", "rationale", "remediation", "impact", "attestation", "decided_by_rules",
  ]

  /// Returns the texts that `record` holds.
  static func read(_ record: inout YAMLRecord) -> ControlTexts {
    ControlTexts(
      description: record.optionalText("description") ?? "",
      rationale: record.optionalText("rationale") ?? "",
      remediation: record.optionalText("remediation") ?? "",
      impact: record.optionalWord("impact", Impact.self),
      attestation: record.optionalText("attestation") ?? "",
      isDecidedByRules: record.boolean("decided_by_rules") ?? false)
  }

  /// Returns `self` with those of `others` for which it has no text of its own.
  func completed(by others: ControlTexts?) -> ControlTexts {
    guard let others else { return self }
    return ControlTexts(
      description: description.isEmpty ? others.description : description,
      rationale: rationale.isEmpty ? others.rationale : rationale,
      remediation: remediation.isEmpty ? others.remediation : remediation,
      impact: impact ?? others.impact,
      attestation: attestation.isEmpty ? others.attestation : attestation,
      isDecidedByRules: isDecidedByRules || others.isDecidedByRules)
  }
}
