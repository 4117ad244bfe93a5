package import PolicyPacks

/// What is known of one control.
package struct ControlReport: Sendable {
  /// The control.
  package let control: Control

  /// What is known of it.
  package let status: ControlStatus

  /// What a person states about it, if an attestation speaks of it.
  package let attestation: AttestationReport?

  /// The rules that decide it, as 0-based indices into the report's.
  package let rules: [Int]

  /// How many resources have each status under these rules.
  package let counts: StatusCounts
}
