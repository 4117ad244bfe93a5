internal import Diagnostics
package import DomainValues
internal import StructuredText

/// What waivers may be.
package struct WaiverLimits: Hashable, Sendable {
  /// The longest time from the day a waiver is granted to the day it expires.
  package let longest: PolicyDuration

  /// The most findings that one waiver may cover without being called too broad.
  package let mostFindings: Int

  /// A year, and twenty findings.
  package static let standard = WaiverLimits(
    longest: PolicyDuration(milliseconds: 366 * 86_400_000), mostFindings: 20)

  /// No limits: what a configuration allows is not looked at.
  package static let unlimited = WaiverLimits(
    longest: PolicyDuration(milliseconds: .max), mostFindings: .max)

  /// Returns the limits that `node` describes, with the standard for what it does not say.
  static func read(_ node: YAMLNode, _ diagnostics: inout DiagnosticSet) -> WaiverLimits {
    var record = YAMLRecord(
      node, of: "the limits", keys: ["longest", "most_findings"], diagnostics: diagnostics)
    let longest = record.duration("longest")
    let most = record.count("most_findings")
    diagnostics = record.diagnostics
    return WaiverLimits(
      longest: longest ?? standard.longest, mostFindings: most ?? standard.mostFindings)
  }
}
