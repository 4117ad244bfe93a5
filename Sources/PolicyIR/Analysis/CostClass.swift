/// How the work that a rule does for one resource grows with what the resource has.
package enum CostClass: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Nothing is ranged over but what the rule itself lists.
  case constant
  /// Elements are ranged over, one after another.
  case linear
  /// Elements are ranged over for each of some others.
  case quadratic
  /// Three or more ranges are inside each other.
  case steep
  /// The meaning of policies, patterns or paths is searched, which has a limit of its own.
  case search

  package static func < (left: CostClass, right: CostClass) -> Bool { left.order < right.order }

  /// Creates the class of `degree` ranges inside each other.
  init(degree: Int) {
    switch degree {
    case ..<1: self = .constant
    case 1: self = .linear
    case 2: self = .quadratic
    default: self = .steep
    }
  }

  private var order: Int {
    switch self {
    case .constant: 0
    case .linear: 1
    case .quadratic: 2
    case .steep: 3
    case .search: 4
    }
  }
}
