package import PolicyIR
package import SourceText

/// A profile that a project defines.
package struct OwnProfile: Sendable {
  /// A control that is left out.
  package struct Exclusion: Sendable {
    /// The control.
    package let control: ControlPattern

    /// Why.
    package let reason: String
  }

  /// A severity that a rule has instead of its own.
  package struct SeverityChange: Sendable {
    /// The name of the rule.
    package let rule: String

    /// The severity.
    package let severity: Severity

    /// Where the name is written.
    package let range: SourceRange
  }

  /// The name.
  package let name: String

  /// The profiles that come with the program and that have to choose a control too.
  package let parts: [Profile.Part]

  /// The sections and subsections, by id, one of which a control has to be in; empty for any.
  package let sections: [String]

  /// Where each of `sections` is written.
  package let sectionRanges: [SourceRange]

  /// The controls that are left out.
  package let exclusions: [Exclusion]

  /// The severities.
  package let severities: [SeverityChange]
}
