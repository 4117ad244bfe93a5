/// The score of a part of a benchmark, or of what it says of a part of the resources.
package struct Breakdown: Hashable, Sendable {
  /// By what the parts are told apart.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case section
    case level
    case organization
    case unit
    case account
    case region
  }

  /// By what the parts are told apart.
  package let kind: Kind

  /// The id of the section, organization, account or region, the path of the unit, or the level.
  package let key: String

  /// What people call it; empty when nobody said.
  package let title: String

  /// The score.
  package let score: Score
}
