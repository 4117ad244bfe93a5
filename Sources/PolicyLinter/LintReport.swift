internal import Diagnostics

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

  /// The report, given after all changes that hold were made: those that it still offers do not.
  package var withoutOffers: LintReport {
    var report = self
    for index in remarks.indices {
      report.remarks[index].fixIts = remarks[index].fixIts.map { fixIt in
        guard fixIt.applicability == .automatic else { return fixIt }
        return FixIt(fixIt.title, edits: fixIt.edits, applicability: .refused)
      }
    }
    return report
  }
}
