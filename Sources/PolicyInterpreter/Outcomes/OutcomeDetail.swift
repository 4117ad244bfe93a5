internal import PolicyIR

/// Of which resources an outcome tells more than the status: what that takes is spent on these only.
package struct OutcomeDetail: Hashable, Sendable {
  /// Whether resources that pass, or that a rule is not about, are told of as well.
  package let includesSettled: Bool

  /// The most resources of one rule and one status that are told of, the first ones; all when `nil`.
  package let limit: Int?

  /// Creates the choice of at most `limit` resources of a rule and status.
  package init(includesSettled: Bool, limit: Int?) {
    self.includesSettled = includesSettled
    self.limit = limit
  }

  /// All that there is.
  package static let everything = OutcomeDetail(includesSettled: true, limit: nil)

  /// Returns the rows of `statuses` that are told of, ascending.
  package func rows(of statuses: RuleStatuses) -> [Int] {
    if includesSettled, limit == nil { return Array(0..<statuses.count) }
    var rows: [Int] = []
    for status in Status.allCases where tells(of: status) {
      rows += statuses.rows(of: status, atMost: limit)
    }
    return rows.sorted()
  }

  private func tells(of status: Status) -> Bool {
    switch status {
    case .fail, .unknown: true
    case .pass, .notApplicable: includesSettled
    }
  }
}
