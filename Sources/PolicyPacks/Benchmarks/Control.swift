package import SourceText
package import StructuredText

/// One requirement of a benchmark.
package struct Control: Sendable {
  /// For whom a control is meant; level 2 adds to level 1.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    case one = "1"
    case two = "2"
  }

  /// Who can tell whether a control is satisfied.
  package enum Assessment: String, Hashable, Sendable, CaseIterable {
    case automated
    case manual
  }

  /// A rule that helps to decide a control.
  package struct RuleUse: Sendable {
    /// A value for one of the rule's parameters.
    package struct Argument: Sendable {
      /// The name of the parameter.
      package let name: String

      /// Where the name is written.
      package let range: SourceRange

      /// The value, an expression of the rule language.
      package let expression: YAMLNode
    }

    /// The name of the rule.
    package let rule: String

    /// Where the name is written.
    package let range: SourceRange

    /// The parameters that are given.
    package internal(set) var arguments: [Argument]

    /// The pack from which the rule is looked up, or `nil` for the one that holds the benchmark.
    package internal(set) var pack: String?

    /// What was changed by a benchmark that extends the control's, if something was.
    var revision: Revision?

    /// Other values for parameters than those of the benchmark that is extended.
    struct Revision: Sendable {
      /// The parameters that were given before.
      let original: [Argument]

      /// Why others are.
      let reason: String
    }
  }

  /// The identity within the benchmark, such as `2.1.1`.
  package let id: String

  /// A name that stays the same from version to version.
  package let slug: String

  /// What it demands.
  package let title: String

  /// The section it is in, or the subsection.
  package let section: Benchmark.Section

  /// For whom it is meant.
  package internal(set) var level: Level

  /// Who can tell whether it is satisfied.
  package let assessment: Assessment

  /// Whether it counts for the score.
  package internal(set) var isScored: Bool

  /// The safeguards of the CIS Controls it belongs to, by their version, such as `v8`.
  package let safeguards: [(version: String, ids: [String])]

  /// The controls of Security Hub that ask the same.
  package let securityHub: [String]

  /// The generator ids under which Security Hub reports findings of it.
  package let securityHubGenerators: [String]

  /// The managed rules of AWS Config that ask the same.
  package let configRules: [String]

  /// The requirements of other frameworks that it helps to meet, by the framework's name.
  package let frameworks: [(name: String, ids: [String])]

  /// What there is to read about it.
  package let texts: ControlTexts

  /// Whether nothing is left to a person when all rules hold.
  package var isDecidedByRules: Bool { assessment == .automated || texts.isDecidedByRules }

  /// The rules that decide it; all of them must hold.
  package internal(set) var rules: [RuleUse]

  /// Where its id is written.
  package let range: SourceRange
}
