/// How much a failure matters.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case low
  case medium
  case high
  case critical

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}
