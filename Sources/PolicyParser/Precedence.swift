internal import PolicySyntax

/// How tightly an operator binds, loosest first.
enum Precedence: Int, Comparable, Sendable {
  case implication
  case disjunction
  case conjunction
  case negation
  case comparison
  case coalescing
  case range
  case sum
  case product
  case prefix

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .prefix }
}

extension InfixOperator {
  /// How tightly the operator binds.
  var precedence: Precedence {
    switch self {
    case .implies: .implication
    case .or: .disjunction
    case .and: .conjunction
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .member, .notMember,
      .matches, .covers, .meets:
      .comparison
    case .coalesce: .coalescing
    case .range: .range
    case .add, .subtract, .union: .sum
    case .multiply, .divide, .remainder, .intersection: .product
    }
  }

  /// The loosest precedence that its right operand may have.
  var rightPrecedence: Precedence {
    // `a implies b implies c` and `a ?? b ?? c` group to the right.
    self == .implies || self == .coalesce ? precedence : precedence.tighter
  }
}
