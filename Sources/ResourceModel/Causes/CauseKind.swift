/// Why something is unknown.
package enum CauseKind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The source will decide the value when the change is made.
  case knownAfterApply = "known_after_apply"
  /// It refers to something the input does not hold.
  case unresolvedReference = "unresolved_reference"
  /// The source refused to say.
  case accessDenied = "access_denied"
  /// Nobody asked the source.
  case notCollected = "not_collected"
  /// The source would not answer in time.
  case throttled
  /// Part of the answer is missing.
  case truncated
  /// The value was removed because it is secret.
  case redacted
  /// The value is not what the schema says it is.
  case malformed
  /// The value is older than allowed.
  case stale
  /// Deciding it would take more than is allowed.
  case limitExceeded = "limit_exceeded"
  /// What is known does not decide it.
  case undecidable

  package static func < (left: CauseKind, right: CauseKind) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What is shown of the cause when there is nothing more to say.
  package var summary: String {
    switch self {
    case .knownAfterApply: "known only after apply"
    case .unresolvedReference: "refers to something that is not in the input"
    case .accessDenied: "access denied"
    case .notCollected: "not collected"
    case .throttled: "throttled"
    case .truncated: "truncated"
    case .redacted: "redacted"
    case .malformed: "malformed"
    case .stale: "stale"
    case .limitExceeded: "limit exceeded"
    case .undecidable: "not decidable from what is known"
    }
  }
}
