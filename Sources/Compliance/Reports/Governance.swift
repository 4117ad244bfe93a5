package import PolicyPacks

/// What people decided about findings and controls, beside what packs say.
package struct Governance: Sendable {
  /// What is known of accounts.
  package let accounts: AccountDirectory

  /// The waivers, in the order of their files.
  package let waivers: [Waiver]

  /// What waivers may be.
  package let waiverLimits: WaiverLimits

  /// The attestations, in the order of their files.
  package let attestations: [Attestation]

  /// Nothing decided.
  package static let none = Governance(
    accounts: AccountDirectory(), waivers: [], waiverLimits: .standard, attestations: [])

  /// Creates the decisions.
  package init(
    accounts: AccountDirectory, waivers: [Waiver], waiverLimits: WaiverLimits,
    attestations: [Attestation]
  ) {
    self.accounts = accounts
    self.waivers = waivers
    self.waiverLimits = waiverLimits
    self.attestations = attestations
  }

  /// The benchmarks that they name.
  package var benchmarks: [BenchmarkRequest] {
    (waivers.compactMap(\.control) + attestations.map(\.control)).compactMap(\.request)
  }

  /// The names of the attributes by which waivers choose resources.
  package var attributeNames: Set<String> {
    waivers.lazy.flatMap(\.resources).reduce(into: []) { names, pattern in
      names.formUnion(pattern.scope.attributeNames)
    }
  }

  /// Whether waivers look at the elements by which resources fail, and at all that these hold.
  package var looksAtElements: Bool { waivers.contains { !$0.elements.isEmpty } }
}
