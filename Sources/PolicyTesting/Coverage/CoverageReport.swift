package import SourceText

/// What the tests show of rules and functions.
package struct CoverageReport: Sendable {
  /// A goal of a place, and whether a test reaches it.
  package struct Mark: Hashable, Sendable {
    /// What tests should show.
    package let goal: CoverageGoal
    /// Of what: a condition, a comparison, or the name of the rule.
    package let range: SourceRange
    /// Whether they do.
    package let isMet: Bool
    /// Why they need not, if somebody says so.
    package var reason: String?

    /// Creates a mark that nobody gave a reason for.
    init(goal: CoverageGoal, range: SourceRange, isMet: Bool) {
      self.goal = goal
      self.range = range
      self.isMet = isMet
    }
  }

  /// A rule, or a function that rules call, with its goals.
  package struct Declaration: Sendable {
    /// The name.
    package let name: String
    /// The pack it is declared in.
    package let pack: String
    /// Whether it is a rule, and not a function.
    package let isRule: Bool
    /// Where it is declared.
    package let range: SourceRange
    /// Its goals.
    package internal(set) var marks: [Mark]
  }

  /// How many of some goals are met.
  package struct Tally: Hashable, Sendable {
    /// How many are.
    package let met: Int
    /// How many there are.
    package let total: Int

    /// The tenths of a percent that are met, rounded down; 1000 when there are no goals.
    package var permille: Int { total == 0 ? 1000 : met * 1000 / total }
  }

  /// The rules, then the functions that they call, in the order of the program.
  package internal(set) var declarations: [Declaration]

  /// What is wrong with reasons that are given: they fit no goal that is open, or several.
  package internal(set) var problems: [String] = []

  /// Returns how many goals of the kind are met, without those that need not be.
  package func tally(of kind: CoverageKind) -> Tally {
    let marks = declarations.flatMap(\.marks).filter { $0.goal.kind == kind && $0.reason == nil }
    return Tally(met: marks.count { $0.isMet }, total: marks.count)
  }

  /// Returns the kinds of which less is met than `thresholds` demand.
  package func shortfalls(_ thresholds: CoverageThresholds) -> [CoverageKind] {
    CoverageKind.allCases.filter { kind in
      thresholds.percent(of: kind).map { tally(of: kind).permille < $0 * 10 } ?? false
    }
  }
}
