package import PolicyPacks

/// What a person states about a control.
package struct AttestationReport: Sendable {
  /// What is stated: of several attestations the one that holds longest.
  package let attestation: Attestation

  /// Whether it holds at the instant of the run.
  package let isValid: Bool
}
