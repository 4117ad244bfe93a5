/// The answer to a question that what is known may not decide, by Kleene's strong logic.
///
/// The raw values order the answers so that *and* is the least, *or* the greatest, and *not* is
/// 2 − *x*; columns of truth depend on that.
package enum Truth: UInt8, Hashable, Sendable, CaseIterable {
  /// It is not so.
  case `false` = 0

  /// What is known does not decide it.
  case unknown = 1

  /// It is so.
  case `true` = 2

  /// Creates the answer that `isTrue` decides.
  package init(_ isTrue: Bool) {
    self = isTrue ? .true : .false
  }

  /// The decided answer, or `nil` when it is unknown.
  package var decided: Bool? {
    switch self {
    case .false: false
    case .unknown: nil
    case .true: true
    }
  }

  /// Returns `true` iff neither operand can be false.
  package static func && (left: Truth, right: Truth) -> Truth {
    left.rawValue < right.rawValue ? left : right
  }

  /// Returns `true` iff one operand is true, `false` iff both are false.
  package static func || (left: Truth, right: Truth) -> Truth {
    left.rawValue < right.rawValue ? right : left
  }

  /// Returns the opposite; the opposite of unknown is unknown.
  package static prefix func ! (operand: Truth) -> Truth {
    switch operand {
    case .false: .true
    case .unknown: .unknown
    case .true: .false
    }
  }

  /// Returns whether every one of `truths` is true; of none, every one is.
  package static func all(_ truths: some Sequence<Truth>) -> Truth {
    truths.reduce(.true) { $0 && $1 }
  }

  /// Returns whether any of `truths` is true; of none, none is.
  package static func any(_ truths: some Sequence<Truth>) -> Truth {
    truths.reduce(.false) { $0 || $1 }
  }
}

extension Truth: CustomStringConvertible {
  package var description: String {
    switch self {
    case .false: "false"
    case .unknown: "unknown"
    case .true: "true"
    }
  }
}
