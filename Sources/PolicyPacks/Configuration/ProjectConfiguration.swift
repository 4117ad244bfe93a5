package import SourceText

/// What a project says of its runs in `cispol.yaml`.
package struct ProjectConfiguration: Sendable {
  /// The paths of inputs.
  package let inputs: [String]

  /// The paths of packs.
  package let packs: [String]

  /// The benchmarks, as `name` or `name@version`.
  package let benchmarks: [String]

  /// The profile, if one is named.
  package let profile: String?

  /// What makes a run fail, if that is said.
  package let failOn: String?

  /// The paths of files with waivers.
  package let waiverFiles: [String]

  /// What waivers may be.
  package private(set) var waiverLimits: WaiverLimits

  /// The paths of files with attestations.
  package let attestationFiles: [String]

  /// What is known of accounts.
  package let accounts: AccountDirectory

  /// The profiles that the project defines.
  package let profiles: [OwnProfile]

  /// The values of parameters that the project changes, in the order of the file.
  package let overrides: [OverrideRequest]

  /// The configuration of a project that has none.
  package static let none = ProjectConfiguration(
    inputs: [], packs: [], benchmarks: [], profile: nil, failOn: nil, waiverFiles: [],
    waiverLimits: .standard, attestationFiles: [], accounts: AccountDirectory(), profiles: [],
    overrides: [])

  /// What the project says of waivers, and nothing else.
  package var ofWaivers: ProjectConfiguration {
    var configuration = ProjectConfiguration.none
    configuration.waiverLimits = waiverLimits
    return configuration
  }
}

/// Values of parameters that somebody wants for some resources.
package struct OverrideRequest: Sendable {
  /// The name of the rule.
  package let rule: String

  /// Where the name is written.
  package let range: SourceRange

  /// The values.
  package let arguments: [Control.RuleUse.Argument]

  /// For which resources.
  package let scope: ResourceScope

  /// Why.
  package let reason: String
}
