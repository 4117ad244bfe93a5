/// How a value moves when one parameter grows.
///
/// Numbers, durations and the like grow in their order, collections and sets by more members, and
/// `false` grows to `true`.
package enum Variation: Hashable, Sendable {
  /// It stays.
  case constant
  /// It grows, or stays.
  case rising
  /// It shrinks, or stays.
  case falling
  /// It may do anything.
  case open

  /// The variation of the opposite: of `not` of a truth, of `-` of a number.
  var reversed: Variation {
    switch self {
    case .constant, .open: self
    case .rising: .falling
    case .falling: .rising
    }
  }

  /// `self` if it is constant, else open: for what keeps no order.
  var unordered: Variation { self == .constant ? .constant : .open }

  /// Returns the variation of what grows with both.
  func joined(_ other: Variation) -> Variation {
    if self == .constant || self == other { return other }
    return other == .constant ? self : .open
  }
}

extension Sequence<Variation> {
  /// The variation of what grows with all of them.
  var joined: Variation { reduce(.constant) { $0.joined($1) } }
}
