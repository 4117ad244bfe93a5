/// What the linter has to say about packs.
package struct LintReport: Sendable {
  /// A remark that somebody let stand.
  package struct Allowed: Sendable {
    /// The remark.
    package let remark: Remark

    /// Why it may stand.
    package let reason: String
  }

  /// The remarks, by file and place.
  package var remarks: [Remark] = []

  /// The remarks that were allowed, by file and place.
  package var allowed: [Allowed] = []

  /// The names of the packs that were looked at.
  package var packs: [String] = []

  /// Creates a report that says nothing.
  package init() {}

  /// Returns `true` iff a remark matters at least as much as `level`.
  package func contains(_ level: LintLevel) -> Bool { remarks.contains { $0.level >= level } }
}
