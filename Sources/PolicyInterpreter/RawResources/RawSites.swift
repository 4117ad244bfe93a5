package import ResourceModel
internal import SourceText

/// The accounts and regions of an input, numbered in the order in which its resources show them.
package struct RawSites {
  /// Where a resource is.
  package struct Site: Hashable {
    /// The 0-based number of the account.
    package let account: Int

    /// The 0-based number of the region, which is one in this account.
    package let region: Int
  }

  /// A region of an account.
  private struct Region: Hashable {
    let account: Int
    @ExactText var key: String
  }

  /// The accounts by their numbers.
  package private(set) var accounts: [RawScope] = []

  /// The regions by their numbers, each with the number of its account.
  package private(set) var regions: [(account: Int, scope: RawScope)] = []

  /// The different sites, in the order of the resources that are the first there.
  package private(set) var sites: [Site] = []

  /// The numbers in `sites` of the sites of resources, by the 0-based indices of those.
  @usableFromInline var places: [Int] = []

  private var accountNumbers: [ExactText: Int] = [:]
  private var regionNumbers: [Region: Int] = [:]
  private var siteNumbers: [Site: Int] = [:]

  /// Numbers the accounts and regions of `resources`.
  init(_ resources: [RawResource]) {
    places.reserveCapacity(resources.count)
    var last: (site: RawSite, place: Int)?
    for index in resources.indices {
      let site = resources[index].site
      // Resources that follow one another are mostly in one place.
      if let last, last.site === site {
        places.append(last.place)
        continue
      }
      let number = demand(site)
      let place = siteNumbers[number] ?? sites.count
      if place == sites.count {
        siteNumbers[number] = place
        sites.append(number)
      }
      places.append(place)
      last = (site, place)
    }
  }

  /// Where the resource at the 0-based index is.
  @inlinable package subscript(index: Int) -> Site { sites[places[index]] }

  private mutating func demand(_ site: RawSite) -> Site {
    let key = ExactText(site.account.key)
    let account = accountNumbers[key] ?? accounts.count
    if account == accounts.count {
      accountNumbers[key] = account
      accounts.append(site.account)
    }
    let identity = Region(account: account, key: site.region.key)
    let region = regionNumbers[identity] ?? regions.count
    if region == regions.count {
      regionNumbers[identity] = region
      regions.append((account, site.region))
    }
    return Site(account: account, region: region)
  }
}
