package import Diagnostics
internal import DomainValues
package import SourceText
internal import StructuredText

extension ProjectConfiguration {
  /// The name of the file.
  package static let fileName = "cispol.yaml"

  private static let keys = [
    "inputs", "packs", "benchmarks", "profile", "fail_on", "waivers", "waiver_limits",
    "attestations", "accounts", "profiles", "parameters",
  ]

  /// Returns the configuration that the file `id` of `sources` writes, and what is wrong with it.
  package static func read(
    _ id: FileID, of sources: SourceMap
  ) -> (ProjectConfiguration?, DiagnosticSet) {
    let (root, problems) = YAMLReader.parse(sources[id], id: id)
    guard let root else { return (nil, problems) }
    var record = YAMLRecord(root, of: "the configuration", keys: keys, diagnostics: problems)
    let inputs = record.texts("inputs")
    let packs = record.texts("packs")
    let benchmarks = record.texts("benchmarks")
    for key in ["inputs", "packs", "benchmarks"] { record.refuseEmpty(key) }
    let profile = record.optionalText("profile")
    let failOn = record.optionalText("fail_on")
    let waivers = record.texts("waivers")
    let attestations = record.texts("attestations")
    let limits = record.member("waiver_limits").map { WaiverLimits.read($0, &record.diagnostics) }
    let accounts = accounts(&record)
    let profiles = OwnProfile.read(record.entries("profiles"), into: &record.diagnostics)
    let overrides = record.elements("parameters", "a list of values for parameters").compactMap {
      OverrideRequest.read($0, into: &record.diagnostics)
    }
    let configuration = ProjectConfiguration(
      inputs: inputs, packs: packs, benchmarks: benchmarks, profile: profile, failOn: failOn,
      waiverFiles: waivers, waiverLimits: limits ?? .standard, attestationFiles: attestations,
      accounts: accounts, profiles: profiles, overrides: overrides)
    return (configuration, record.diagnostics)
  }

  private static func accounts(_ record: inout YAMLRecord) -> AccountDirectory {
    var directory = AccountDirectory()
    for (key, value) in record.entries("accounts") {
      var account = YAMLRecord(
        value, of: "the account", keys: ["name", "organization", "unit"],
        diagnostics: record.diagnostics)
      directory[key.scalar?.text ?? ""] = AccountDirectory.Account(
        name: account.optionalText("name"), organization: account.optionalText("organization"),
        unit: account.optionalText("unit"))
      record.diagnostics = account.diagnostics
    }
    return directory
  }
}

extension OverrideRequest {
  /// Returns the values that `node` describes, or `nil` after reporting what is wrong with it.
  static func read(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) -> OverrideRequest? {
    var record = YAMLRecord(
      node, of: "the entry", keys: ["rule", "with", "reason"] + ResourceScope.keys,
      diagnostics: diagnostics)
    let rule = record.text("rule")
    _ = record.demand("with")
    let arguments = record.arguments("with")
    record.refuseEmpty("with", "at least one parameter")
    let reason = record.text("reason")
    let scope = ResourceScope.read(&record)
    diagnostics = record.diagnostics
    guard let rule, let reason else { return nil }
    return OverrideRequest(
      rule: rule, range: node.member("rule")?.range ?? node.range, arguments: arguments,
      scope: scope, reason: reason)
  }
}
