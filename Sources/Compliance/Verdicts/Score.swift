/// How much of what counts is as it should be, and how much of that is known.
package struct Score: Hashable, Sendable {
  /// The scored controls that pass.
  package let passed: Int

  /// The scored controls that pass, fail or are unknown.
  package let counted: Int

  /// The judgements of the rules of those controls that are decided: `pass` or `fail`.
  package let decided: Int

  /// Those judgements that are decided or unknown; a population that was not collected is one.
  package let applicable: Int

  /// The controls among those that count for which a resource was judged by a value that may be
  /// looser than the benchmark's own.
  package let loosened: Int

  /// Creates a score.
  package init(passed: Int, counted: Int, decided: Int, applicable: Int, loosened: Int = 0) {
    self.loosened = loosened
    self.passed = passed
    self.counted = counted
    self.decided = decided
    self.applicable = applicable
  }

  /// The share of counted controls that pass in percent, rounded down; `nil` when none counts.
  package var percent: Int? { Score.percent(passed, of: counted) }

  /// The share of judgements that are decided in percent, rounded down; `nil` when there is none.
  package var coverage: Int? { Score.percent(decided, of: applicable) }

  // Rounded down, so that 100 % means all.
  private static func percent(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : part * 100 / whole
  }
}
