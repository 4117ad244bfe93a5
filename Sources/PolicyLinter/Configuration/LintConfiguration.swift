internal import Diagnostics
internal import SourceText
internal import StructuredText

/// What a pack file says of lint rules, below `lint`.
struct LintConfiguration {
  /// A name that a rule is not to speak of, and why.
  struct Exception {
    let name: String
    let reason: String
    let range: SourceRange
  }

  /// The levels that are not the standard of the rule.
  private(set) var levels: [LintRuleID: LintLevel] = [:]

  /// The exceptions, in the order of the file.
  private(set) var exceptions: [LintRuleID: [Exception]] = [:]

  /// Creates a configuration that changes nothing.
  init() {}

  /// Takes over the levels of `other` for what has none yet, and its exceptions.
  mutating func add(_ other: LintConfiguration) {
    levels.merge(other.levels) { first, _ in first }
    exceptions.merge(other.exceptions) { $0 + $1 }
  }

  /// Returns the level of the rule `id`.
  func level(of id: LintRuleID) -> LintLevel { levels[id] ?? id.rule.level }

  /// Reads the configuration `node`; what is wrong with it is added to `diagnostics`.
  init(_ node: YAMLNode, into diagnostics: inout DiagnosticSet) {
    guard let members = node.mapping else {
      diagnostics.insert(.wrongKind("a mapping from lint rules to levels", at: node.range))
      return
    }
    for (key, value) in members {
      guard let id = LintRuleID(rawValue: key.scalar?.text ?? "") else {
        diagnostics.insert(
          .unknownKey(
            key.scalar?.text ?? "", known: LintRuleID.allCases.map(\.rawValue), at: key.range))
        continue
      }
      read(value, of: id, &diagnostics)
    }
  }

  private mutating func read(
    _ value: YAMLNode, of id: LintRuleID, _ diagnostics: inout DiagnosticSet
  ) {
    guard let members = value.mapping else {
      levels[id] = LintConfiguration.level(value, &diagnostics)
      return
    }
    for (key, value) in members {
      switch key.scalar?.text {
      case "level": levels[id] = LintConfiguration.level(value, &diagnostics)
      case "except": exceptions[id] = LintConfiguration.exceptions(value, &diagnostics)
      default:
        diagnostics.insert(
          .unknownKey(key.scalar?.text ?? "", known: ["level", "except"], at: key.range))
      }
    }
  }

  private static func level(
    _ value: YAMLNode, _ diagnostics: inout DiagnosticSet
  ) -> LintLevel? {
    if let level = LintLevel(rawValue: value.string ?? "") { return level }
    let levels = LintLevel.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    diagnostics.insert(.wrongKind("one of \(levels)", at: value.range))
    return nil
  }

  private static func exceptions(
    _ value: YAMLNode, _ diagnostics: inout DiagnosticSet
  ) -> [Exception] {
    guard let members = value.mapping else {
      diagnostics.insert(.wrongKind("a mapping from names to reasons", at: value.range))
      return []
    }
    return members.compactMap { key, value in
      guard let reason = value.string, !reason.isEmpty else {
        diagnostics.insert(.wrongKind("the reason, as text", at: value.range))
        return nil
      }
      return Exception(name: key.scalar?.text ?? "", reason: reason, range: key.range)
    }
  }
}
