/// Which resources a waiver is for: those that match in every respect that is named.
package struct ResourcePattern: Hashable, Sendable {
  /// The pattern of the name of the type; `nil` for any.
  package let type: String?

  /// The pattern of the address or the name in the source; `nil` for any.
  package let address: String?

  /// The pattern of the identity at the provider; `nil` for any.
  package let id: String?

  /// Accounts, units, regions and tags.
  package let scope: ResourceScope
}
