package import PolicyIR
package import PolicyInterpreter
package import SourceText

/// One way in which a case was not as expected.
package struct CaseFailure: Hashable, Sendable, Error {
  /// In which way.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A resource has another status than is expected.
    case wrongStatus = "wrong-status"
    /// The status is as expected, but not for that reason.
    case wrongReason = "wrong-reason"
    /// The rule judges a resource that no expectation speaks of.
    case unexpected
    /// The expectation speaks of no resource that the rule judges.
    case unmet
    /// A node is written of a type that the rule does not look at, or a waiver that covers nothing.
    case unused
    /// The status is as expected, but waivers take something else off it.
    case waiver
    /// The statuses, messages and causes are not those of its snapshot.
    case snapshot
    /// The input cannot be made.
    case input
  }

  /// In which way.
  package let kind: Kind

  /// What was wrong, in one sentence.
  package let message: String

  /// The expectation, the node or the case that it is about.
  package let range: SourceRange

  /// What the rule says of the resources that it is about.
  package let actual: [ActualStatus]

  /// The lines of a snapshot that differ, each after `- ` or `+ `.
  package let difference: [String]

  /// Creates a failure.
  package init(
    _ kind: Kind, _ message: String, at range: SourceRange, _ actual: [ActualStatus] = [],
    difference: [String] = []
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.actual = actual
    self.difference = difference
  }
}

/// What a rule said of a resource of a test, and why.
package struct ActualStatus: Hashable, Sendable {
  /// The name of the resource.
  package let resource: String
  /// What the rule said.
  package let status: Status
  /// The messages and causes.
  package let reasons: [String]
  /// What decided it.
  package let proof: Proof

  /// Creates what was said of `resource`.
  package init(resource: String, status: Status, reasons: [String], proof: Proof) {
    self.resource = resource
    self.status = status
    self.reasons = reasons
    self.proof = proof
  }
}
