/// How much a remark matters.
package enum LintLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Not at all: the rule does not run.
  case off
  /// Worth knowing.
  case note
  /// Probably not what was meant.
  case warning
  /// Not to be shipped.
  case error

  package static func < (left: LintLevel, right: LintLevel) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }
}
