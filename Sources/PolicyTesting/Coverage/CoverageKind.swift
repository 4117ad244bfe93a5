/// What the tests of a pack are measured by.
package enum CoverageKind: String, Hashable, Sendable, CaseIterable {
  /// Each rule gives each status that it can give.
  case outcomes
  /// Each condition is true once, and false once.
  case branches
  /// Each comparison with a limit is tried below, at and above it.
  case boundaries
}

/// One thing that tests should show of a rule or function.
package enum CoverageGoal: String, Hashable, Sendable, CaseIterable {
  case pass
  case fail
  case unknown
  case notApplicable = "not_applicable"
  case isTrue = "true"
  case isFalse = "false"
  case below
  case at
  case above

  /// What is said of one that no case reaches.
  package var complaint: String {
    switch self {
    case .pass, .fail, .unknown, .notApplicable: "no case gives \(rawValue)"
    case .isTrue, .isFalse: "never \(rawValue)"
    case .below, .at, .above: "never tried \(rawValue) the limit"
    }
  }

  /// What it counts for.
  package var kind: CoverageKind {
    switch self {
    case .pass, .fail, .unknown, .notApplicable: .outcomes
    case .isTrue, .isFalse: .branches
    case .below, .at, .above: .boundaries
    }
  }
}
