package import PolicyIR
package import SourceText

/// What a rule says of a resource, and what is done about it.
package struct Finding: Sendable {
  /// What is done about a finding.
  package enum Disposition: String, Hashable, Sendable, CaseIterable {
    /// Nothing yet: it counts.
    case active
    /// Somebody accepted it for a time: it is shown, and does not count.
    case waived
    /// It is undecided, and people state that all controls which hang on it are met: it is shown,
    /// and does not count.
    case attested
  }

  /// What the finding is known by from run to run: 16 hexadecimal digits made of the rule, its
  /// parameters and the resource, and of nothing else.
  package let fingerprint: String

  /// The 0-based index of the rule's report.
  package let rule: Int

  /// The status.
  package let status: Status

  /// How much a failure of the rule matters.
  package let severity: Severity

  /// What is done about it.
  package internal(set) var disposition: Disposition

  /// The waivers by which that is done, as 0-based indices into the report's.
  package internal(set) var waivers: [Int] = []

  /// The elements by which the resource fails, where some of them are waived; else empty.
  package internal(set) var elements: [FindingElement] = []

  /// The resource.
  package let resource: ResourceReference

  /// What is wrong, in the words of the rule; empty unless the status is `fail`.
  package let message: String

  /// Why the status is unknown; empty otherwise.
  package let causes: [LocatedCause]

  /// Where in the source the decision was made, else the resource.
  package let location: SourceLocation?

  /// The values of parameters by which it was made that are not the benchmark's own.
  package let deviations: [Deviation]
}
