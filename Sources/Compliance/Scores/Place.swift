/// Where a resource is; each part is `nil` where it is in none, or not known.
package struct Place: Hashable, Sendable, Comparable {
  /// The id of the account.
  package let account: String?

  /// The name of the region.
  package let region: String?

  /// The id of the organization.
  package let organization: String?

  package static func < (left: Place, right: Place) -> Bool { left.order < right.order }

  private var order: (String, String, String) {
    (organization ?? "", account ?? "", region ?? "")
  }
}
