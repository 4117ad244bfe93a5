internal import SourceText

/// The operators that a condition of a policy compares with.
package enum PolicyOperator: String, Hashable, Sendable, CaseIterable {
  case arnEquals = "ArnEquals"
  case arnLike = "ArnLike"
  case arnNotEquals = "ArnNotEquals"
  case arnNotLike = "ArnNotLike"
  case binaryEquals = "BinaryEquals"
  case bool = "Bool"
  case dateEquals = "DateEquals"
  case dateGreaterThan = "DateGreaterThan"
  case dateGreaterThanEquals = "DateGreaterThanEquals"
  case dateLessThan = "DateLessThan"
  case dateLessThanEquals = "DateLessThanEquals"
  case dateNotEquals = "DateNotEquals"
  case ipAddress = "IpAddress"
  case notIPAddress = "NotIpAddress"
  case null = "Null"
  case numericEquals = "NumericEquals"
  case numericGreaterThan = "NumericGreaterThan"
  case numericGreaterThanEquals = "NumericGreaterThanEquals"
  case numericLessThan = "NumericLessThan"
  case numericLessThanEquals = "NumericLessThanEquals"
  case numericNotEquals = "NumericNotEquals"
  case stringEquals = "StringEquals"
  case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
  case stringLike = "StringLike"
  case stringNotEquals = "StringNotEquals"
  case stringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase"
  case stringNotLike = "StringNotLike"

  /// What an operator asks of a value, before it is negated.
  enum Relation {
    case arn
    case boolean
    case date(FilterPredicate.Comparison)
    case exactText
    case foldedText
    case glob
    case network
    case number(FilterPredicate.Comparison)
    case presence
  }

  /// The operators by the names that they are mostly written with.
  private static let usualNames = Dictionary(
    uniqueKeysWithValues: allCases.map { (ExactText($0.rawValue), $0) })

  /// Returns the operator called `name`, in any case.
  package init?(named name: String) {
    if let usual = PolicyOperator.usualNames[ExactText(name)] {
      self = usual
      return
    }
    guard
      let found = PolicyOperator.allCases.first(where: { ASCII.isEqual($0.rawValue, name) })
    else { return nil }
    self = found
  }

  /// Whether the operator holds when none of its values fits, rather than when one does.
  var isNegated: Bool {
    switch self {
    case .arnNotEquals, .arnNotLike, .dateNotEquals, .notIPAddress, .numericNotEquals,
      .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike:
      true
    case .arnEquals, .arnLike, .binaryEquals, .bool, .dateEquals, .dateGreaterThan,
      .dateGreaterThanEquals, .dateLessThan, .dateLessThanEquals, .ipAddress, .null,
      .numericEquals, .numericGreaterThan, .numericGreaterThanEquals, .numericLessThan,
      .numericLessThanEquals, .stringEquals, .stringEqualsIgnoreCase, .stringLike:
      false
    }
  }

  /// What the operator asks of a value, before it is negated.
  var relation: Relation {
    switch self {
    case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike: .arn
    case .binaryEquals, .stringEquals, .stringNotEquals: .exactText
    case .bool: .boolean
    case .dateEquals, .dateNotEquals: .date(.equal)
    case .dateGreaterThan: .date(.greater)
    case .dateGreaterThanEquals: .date(.greaterOrEqual)
    case .dateLessThan: .date(.less)
    case .dateLessThanEquals: .date(.lessOrEqual)
    case .ipAddress, .notIPAddress: .network
    case .null: .presence
    case .numericEquals, .numericNotEquals: .number(.equal)
    case .numericGreaterThan: .number(.greater)
    case .numericGreaterThanEquals: .number(.greaterOrEqual)
    case .numericLessThan: .number(.less)
    case .numericLessThanEquals: .number(.lessOrEqual)
    case .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase: .foldedText
    case .stringLike, .stringNotLike: .glob
    }
  }
}

extension PolicyOperator.Relation {
  /// Whether a star in a value of a policy stands for any text.
  var isPattern: Bool {
    switch self {
    case .arn, .glob: true
    case .boolean, .date, .exactText, .foldedText, .network, .number, .presence: false
    }
  }

  /// Returns whether `value`, that of a request, relates so to `pattern`, that of a policy.
  func holds(_ value: String, _ pattern: String) -> Truth {
    lazy var steps = PolicyPattern.tokens(of: pattern, hasVariables: true)
    switch self {
    case .presence:
      return .unknown
    case .boolean:
      return Truth(ASCII.isEqual(value, pattern))
    case .exactText:
      return steps.isExact ? Truth(value.isSpelled(like: pattern)) : .unknown
    case .foldedText:
      return steps.isExact ? Truth(ASCII.isEqual(value, pattern)) : .unknown
    case .glob:
      let matches = Truth(Glob(tokens: steps.tokens).matches(value))
      return matches && (steps.isExact ? .true : .unknown)
    case .arn:
      guard steps.isExact else { return .unknown }
      return PolicyOperator.Relation.isARN(value, like: pattern)
    case .network:
      guard let network = PolicyOperator.Relation.network(pattern),
        let address = try? IPAddress.parse(value)
      else { return .unknown }
      return Truth(network.contains(address))
    case .number(let comparison):
      guard let left = FilterPredicate.number(in: value),
        let right = FilterPredicate.number(in: pattern)
      else { return .unknown }
      return Truth(comparison.holds(left, right))
    case .date(let comparison):
      guard let left = try? Timestamp.parse(value), let right = try? Timestamp.parse(pattern)
      else { return .unknown }
      return Truth(comparison.holds(Double(left.milliseconds), Double(right.milliseconds)))
    }
  }

  /// Returns the block that `text` writes, which may be a single address.
  static func network(_ text: String) -> Cidr? {
    if let address = try? IPAddress.parse(text) { return Cidr(address) }
    return try? Cidr.parse(text, allowingHostBits: true)
  }

  /// Returns whether each of the six fields of `value` matches that of `pattern`.
  private static func isARN(_ value: String, like pattern: String) -> Truth {
    let found = value.unicodeScalars.split(
      separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    let wanted = pattern.unicodeScalars.split(
      separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard found.count == 6 else { return .false }
    // How a pattern with fewer fields is read is not documented, but for the star.
    guard wanted.count == 6 else { return pattern == "*" ? .true : .unknown }
    return Truth(zip(found, wanted).allSatisfy { Glob(String($1)).matches(String($0)) })
  }
}
