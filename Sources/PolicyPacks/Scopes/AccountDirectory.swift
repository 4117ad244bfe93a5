internal import DomainValues
internal import ResourceModel

/// What is known of accounts beside what inputs show, by their ids.
package struct AccountDirectory: Hashable, Sendable {
  /// An account.
  package struct Account: Hashable, Sendable {
    /// What people call it.
    package let name: String?

    /// The id of its organization, if that is said.
    package let organization: String?

    /// The path of its organizational unit, such as `prod/web`, if that is said.
    package let unit: String?
  }

  private var accounts: [String: Account] = [:]

  /// Creates a directory without accounts.
  package init() {}

  package subscript(id: String) -> Account? {
    get { accounts[id] }
    set { accounts[id] = newValue }
  }

  /// Returns whether the organizational unit of the account `id` matches one of `patterns`, and
  /// why that is not known.
  func isInUnit(_ id: String, _ patterns: [Glob]) -> ScopeAnswer {
    guard let unit = accounts[id]?.unit else {
      return .unknown([
        Cause(.undecidable, "no organizational unit is given for the account \(id)")
      ])
    }
    return ScopeAnswer(patterns.contains { $0.matches(unit) })
  }
}
