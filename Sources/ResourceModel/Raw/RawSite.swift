/// The account and region that raw resources are in, as far as the source tells.
///
/// It is a class because many resources are in one place: they share it, and that two are in the same
/// place is mostly told by their having the same one.
package final class RawSite: Sendable {
  /// The account.
  package let account: RawScope

  /// The region.
  package let region: RawScope

  /// Creates the place in the account and region.
  package init(account: RawScope, region: RawScope) {
    self.account = account
    self.region = region
  }
}
