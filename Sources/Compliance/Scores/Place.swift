internal import SourceText

/// Where a resource is; each part is `nil` where it is in none, or not known.
package struct Place: Hashable, Sendable, Comparable {
  private let exactAccount: ExactText?
  private let exactRegion: ExactText?
  private let exactOrganization: ExactText?

  /// Creates a place.
  init(account: String?, region: String?, organization: String?) {
    exactAccount = account.map { ExactText($0) }
    exactRegion = region.map { ExactText($0) }
    exactOrganization = organization.map { ExactText($0) }
  }

  /// The id of the account.
  package var account: String? { exactAccount?.text }

  /// The name of the region.
  package var region: String? { exactRegion?.text }

  /// The id of the organization.
  package var organization: String? { exactOrganization?.text }

  package static func < (left: Place, right: Place) -> Bool { left.order < right.order }

  private var order: (ExactText, ExactText, ExactText) {
    (exactOrganization ?? "", exactAccount ?? "", exactRegion ?? "")
  }
}
