package import PolicyPacks
package import SourceText

/// What became of a waiver.
package struct WaiverReport: Sendable {
  /// The waiver.
  package let waiver: Waiver

  /// Whether it holds at the instant of the run.
  package let standing: Waiver.Standing

  /// The number of findings that are waived by it, alone or with others.
  package let findingCount: Int

  /// What is wrong with it.
  package let notices: [WaiverNotice]

  /// Where its id is written.
  package let location: SourceLocation

  /// Whether something is wrong with it that somebody has to mend; that it does not hold yet is not.
  package var isAtFault: Bool { notices.contains(where: \.isFault) }
}
