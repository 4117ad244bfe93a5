package import DomainValues

/// What somebody states about a control that only a person can judge.
package struct Attestation: Sendable {
  /// The control.
  package let control: ControlPattern

  /// What is stated.
  package let statement: String

  /// Where the evidence is.
  package let evidence: [String]

  /// Who states it.
  package let author: String

  /// The start of the day on which it was stated.
  package let stated: Timestamp

  /// The start of the last day on which it holds.
  package let validUntil: Timestamp

  /// Returns `true` iff it holds at `now`: from the start of the day on which it was stated to the
  /// end of the last day, in UTC.
  package func isValid(at now: Timestamp) -> Bool {
    now >= stated && now.since(validUntil).milliseconds < Waiver.day
  }
}
