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

  /// Returns whether what is within `scope` of this place can be named from `other`; `nil` if that is
  /// not known, as the source does not tell whether the two are in one account or region.
  package func isVisible(from other: RawSite, within scope: KeyScope) -> Bool? {
    if scope == .everywhere { return true }
    let isSameAccount = account.isSame(as: other.account)
    if scope == .account { return isSameAccount }
    let isSameRegion = region.isSame(as: other.region)
    if isSameAccount == false || isSameRegion == false { return false }
    return isSameAccount == true && isSameRegion == true ? true : nil
  }
}
