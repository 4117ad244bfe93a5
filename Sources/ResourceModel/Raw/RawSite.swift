/// The account and region that raw resources are in, as far as the source tells.
///
/// It is a class because many resources are in one place: they share it, and that two are in the same
/// place is mostly told by their having the same one.
package final class RawSite: Sendable {
  /// The account.
  package let account: RawScope

  /// The region.
  package let region: RawScope

  /// Whether it stands for any place of the input, because the source tells nothing of the right one.
  private let isAny: Bool

  /// Creates the place in the account and region; one that `isAny` belongs to them only so that it
  /// makes no others known.
  package init(account: RawScope, region: RawScope, isAny: Bool = false) {
    self.account = account
    self.region = region
    self.isAny = isAny
  }

  /// Returns whether what is within `scope` of this place can be named from `other`; `nil` if that is
  /// not known, as the source does not tell whether the two are in one account or region.
  package func isVisible(from other: RawSite, within scope: KeyScope) -> Bool? {
    if scope == .everywhere || other.isAny { return true }
    let isSameAccount = account.isSame(as: other.account)
    if scope == .account { return isSameAccount }
    let isSameRegion = region.isSame(as: other.region)
    if isSameAccount == false || isSameRegion == false { return false }
    return isSameAccount == true && isSameRegion == true ? true : nil
  }
}
