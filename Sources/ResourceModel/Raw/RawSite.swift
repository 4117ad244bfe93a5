/// The account and region that raw resources are in, as far as the source tells.
///
/// It is a class because many resources are in one place: they share it, and that two are in the same
/// place is mostly told by their having the same one.
package final class RawSite: Sendable {
  /// The account.
  package let account: RawScope

  /// The region.
  package let region: RawScope

  /// Where what names others names them; `nil` stands for any account or region of the input, because
  /// the source tells nothing of the right one.
  private let ownAccount: RawScope?
  private let ownRegion: RawScope?

  /// Creates the place in the account and region.
  package init(account: RawScope, region: RawScope) {
    (self.account, self.region) = (account, region)
    (ownAccount, ownRegion) = (account, region)
  }

  /// Creates a place that counts as `other` only so that it makes no account and region known; what is
  /// there is in `ownAccount` and `ownRegion`, or in any where those are not told.
  package init(countedAs other: RawSite, ownAccount: RawScope?, ownRegion: RawScope?) {
    (account, region) = (other.account, other.region)
    (self.ownAccount, self.ownRegion) = (ownAccount, ownRegion)
  }

  /// Returns whether what is within `scope` of this place can be named from `other`; `nil` if that is
  /// not known, as the source does not tell whether the two are in one account or region.
  package func isVisible(from other: RawSite, within scope: KeyScope) -> Bool? {
    if scope == .everywhere { return true }
    let isSameAccount = other.ownAccount.map { account.isSame(as: $0) } ?? true
    if scope == .account { return isSameAccount }
    let isSameRegion = other.ownRegion.map { region.isSame(as: $0) } ?? true
    if isSameAccount == false || isSameRegion == false { return false }
    return isSameAccount == true && isSameRegion == true ? true : nil
  }
}
