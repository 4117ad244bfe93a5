internal import PolicyIR

/// Of which resources an outcome tells more than the status: what that takes is spent on these only.
package struct OutcomeDetail: Hashable, Sendable {
  /// Whether resources that pass, or that a rule is not about, are told of as well.
  package let includesSettled: Bool

  /// The most resources of one rule and one status that are told of, the first ones; all when `nil`.
  private let limit: Int?

  /// The same for those that are undecided, which are put together by their causes.
  private let undecidedLimit: Int?

  /// Creates the choice of at most `limit` resources of a rule and status, and of `undecidedLimit`
  /// that are undecided.
  package init(includesSettled: Bool, limit: Int?, undecidedLimit: Int?) {
    self.includesSettled = includesSettled
    self.limit = limit
    self.undecidedLimit = undecidedLimit
  }

  /// All that there is.
  package static let everything = OutcomeDetail(
    includesSettled: true, limit: nil, undecidedLimit: nil)

  /// Returns the rows of `statuses` that are told of, ascending.
  package func rows(of statuses: RuleStatuses) -> [Int] {
    if self == .everything { return Array(0..<statuses.count) }
    var rows: [Int] = []
    for status in Status.allCases {
      switch status {
      case .fail: rows += statuses.rows(of: status, atMost: limit)
      case .unknown: rows += statuses.rows(of: status, atMost: undecidedLimit)
      case .pass, .notApplicable:
        if includesSettled { rows += statuses.rows(of: status, atMost: limit) }
      }
    }
    return rows.sorted()
  }
}
