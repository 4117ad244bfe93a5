package import SourceText

/// One condition of a statement: a key of the request, compared with values.
package struct PolicyCondition: Hashable, Sendable {
  /// How a condition reads a key with several values.
  package enum Quantifier: String, Hashable, Sendable {
    case none = ""
    case forAllValues = "ForAllValues:"
    case forAnyValue = "ForAnyValue:"
  }

  /// The operator as it was written, with its prefix and suffix.
  @ExactText package private(set) var operatorName: String

  /// How a key with several values is read.
  package let quantifier: Quantifier

  /// The operator, or `nil` for one that is not known here.
  package let operation: PolicyOperator?

  /// Whether the condition holds for a request without the key.
  package let holdsIfAbsent: Bool

  /// The key, in lower case, because keys are the same in any case.
  @ExactText package private(set) var key: String

  /// The values that are known.
  package var values: [String] { exactValues.map(\.text) }

  private let exactValues: [ExactText]

  /// Whether there is no other value.
  package let isComplete: Bool

  /// Creates the condition with the operator called `name`, with its prefix and suffix.
  package init(operator name: String, key: String, values: [String], isComplete: Bool = true) {
    operatorName = name
    var name = name
    var quantifier = Quantifier.none
    for prefix in [Quantifier.forAllValues, .forAnyValue]
    where ASCII.starts(name, with: prefix.rawValue) {
      quantifier = prefix
      name = String(name.dropFirst(prefix.rawValue.count))
    }
    holdsIfAbsent = ASCII.ends(name, with: "IfExists")
    if holdsIfAbsent { name = String(name.dropLast("IfExists".count)) }
    operation = PolicyOperator(named: name)
    self.quantifier = quantifier
    self.key = ASCII.lowercased(key)
    exactValues = values.map { ExactText($0) }
    self.isComplete = isComplete
  }

  /// What a condition says of a request.
  enum Outcome: Hashable, Sendable {
    case holds
    case fails

    /// The request is known to this extent, and it is not known what the condition says of it.
    case unknown

    /// The key was left open, so the condition holds for some requests and fails for others.
    case narrows
  }

  /// Returns what the condition says of the requests that `context` describes.
  func outcome(in context: PolicyContext) -> Outcome {
    guard let operation else { return .unknown }
    switch context[key] {
    case .unspecified:
      return .narrows
    case .absent:
      if operation == .null { return outcome(presence(isAbsent: true)) }
      if holdsIfAbsent || quantifier == .forAllValues { return .holds }
      return operation.isNegated && quantifier == .none ? .holds : .fails
    case .value(let value):
      if operation == .null { return outcome(presence(isAbsent: false)) }
      let fits = Truth.any(
        exactValues.map { operation.relation.holds(value, $0.text) }
          + (isComplete ? [] : [.unknown]))
      return outcome(operation.isNegated ? !fits : fits)
    case .outsideOf:
      return outcomeForOutsider(operation)
    }
  }

  /// Returns what the condition says when its key has a value that nobody thought of.
  private func outcomeForOutsider(_ operation: PolicyOperator) -> Outcome {
    if operation == .null { return outcome(presence(isAbsent: false)) }
    guard isComplete else { return .unknown }
    let fits: Truth
    switch operation.relation {
    case .network: fits = isOutsiderInNetworks
    case .arn, .exactText, .foldedText, .glob:
      let isPattern = operation.relation.isPattern
      if isPattern, values.contains(where: PolicyCondition.isAnything) {
        fits = .true
      } else {
        fits =
          values.allSatisfy { PolicyCondition.pins($0, isPattern: isPattern) } ? .false : .unknown
      }
    case .boolean, .date, .number, .presence: fits = .unknown
    }
    return outcome(operation.isNegated ? !fits : fits)
  }

  /// Whether an address of no particular network is in the values.
  ///
  /// A network broader than /8 or /32 is what "The meaning of public" in the S3 guide calls so.
  private var isOutsiderInNetworks: Truth {
    let networks = values.map(PolicyOperator.Relation.network)
    let known = networks.compactMap { $0 }
    guard known.count == networks.count else { return .unknown }
    if CidrSet(known).isWorld { return .true }
    let isBroad = known.contains { $0.prefix < ($0.network.family == .version4 ? 8 : 32) }
    return isBroad ? .unknown : .false
  }

  /// Returns `true` iff every text fits `value`, a pattern.
  private static func isAnything(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.allSatisfy { $0 == 0x2A }
  }

  /// Returns `true` iff only what belongs to someone in particular fits `value`: it has no wildcard
  /// and no variable, or names an owner before them.
  private static func pins(_ value: String, isPattern: Bool) -> Bool {
    let (tokens, isExact) = PolicyPattern.tokens(of: value, hasVariables: true)
    if isExact, !isPattern { return true }
    var start = ""
    for token in tokens {
      guard case .scalar(let scalar) = token else { return namesOwner(start) }
      start.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return true
  }

  /// Returns `true` iff whatever begins with `start` is of one account, whose number stands where
  /// that of the owner does, or of one organization, whose id is followed by a path.
  ///
  /// Names in other places, such as those of buckets, may hold the number of anybody's account.
  private static func namesOwner(_ start: String) -> Bool {
    let fields = start.split(separator: ":", omittingEmptySubsequences: false)
    if fields.first == "arn" { return fields.count > 5 && isAccount(fields[4].utf8) }
    if fields.first?.utf8.starts(with: "o-".utf8) ?? false { return start.utf8.contains(0x2F) }
    return isAccount(start.utf8.prefix(12))
  }

  /// Returns `true` iff `text` is the number of an account, twelve digits.
  private static func isAccount(_ text: some Collection<UInt8>) -> Bool {
    text.count == 12 && text.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Returns whether a `Null` condition holds of a key that is absent or not.
  private func presence(isAbsent: Bool) -> Truth {
    Truth.any(
      values.map { Truth(ASCII.isEqual($0, isAbsent ? "true" : "false")) }
        + (isComplete ? [] : [.unknown]))
  }

  private func outcome(_ truth: Truth) -> Outcome {
    switch truth {
    case .false: .fails
    case .unknown: .unknown
    case .true: .holds
    }
  }
}
