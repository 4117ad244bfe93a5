package import PolicyIR
package import PolicyInterpreter

/// How many resources there are of each status.
package struct StatusCounts: Hashable, Sendable {
  /// The number that pass.
  package var pass = 0
  /// The number that fail.
  package var fail = 0
  /// The number of which it is not known.
  package var unknown = 0
  /// The number that are not meant.
  package var notApplicable = 0

  /// Creates counts of nothing.
  package init() {}

  /// Creates the counts of `statuses`.
  package init(_ statuses: RuleStatuses) {
    pass = statuses.count(of: .pass)
    fail = statuses.count(of: .fail)
    unknown = statuses.count(of: .unknown)
    notApplicable = statuses.count(of: .notApplicable)
  }

  /// Counts one more of `status`.
  package mutating func add(_ status: Status) {
    switch status {
    case .pass: pass += 1
    case .fail: fail += 1
    case .unknown: unknown += 1
    case .notApplicable: notApplicable += 1
    }
  }

  /// Counts one less of `status`.
  mutating func remove(_ status: Status) {
    switch status {
    case .pass: pass -= 1
    case .fail: fail -= 1
    case .unknown: unknown -= 1
    case .notApplicable: notApplicable -= 1
    }
  }

  /// The number of all.
  package var total: Int { pass + fail + unknown + notApplicable }

  package static func + (left: StatusCounts, right: StatusCounts) -> StatusCounts {
    var sum = left
    sum.pass += right.pass
    sum.fail += right.fail
    sum.unknown += right.unknown
    sum.notApplicable += right.notApplicable
    return sum
  }

  /// The status of all together, or `nil` of nothing.
  package var status: ControlStatus? {
    if fail > 0 { return .fail }
    if unknown > 0 { return .unknown }
    if pass > 0 { return .pass }
    return notApplicable > 0 ? .notApplicable : nil
  }
}
