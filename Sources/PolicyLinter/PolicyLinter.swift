package import Diagnostics
internal import PolicyPacks
internal import SourceText

/// Gives advice about packs that load.
package enum PolicyLinter {
  /// Returns what the rules `selected`, or all of them, say about the packs of `whole` that were
  /// named, and what is wrong with their configuration.
  package static func lint(
    _ whole: LintedProgram, selected: Set<LintRuleID>? = nil
  ) -> (LintReport, DiagnosticSet) {
    var report = LintReport()
    var diagnostics = DiagnosticSet()
    for pack in whole.lintedPacks {
      report.packs.append(pack.name)
      var configuration = LintConfiguration()
      if let node = pack.pack.manifest.lint {
        configuration = LintConfiguration(node, into: &diagnostics)
      }
      lint(pack, configuration, selected, &report)
    }
    report.remarks.sort()
    report.allowed.sort { $0.remark < $1.remark }
    return (report, diagnostics)
  }

  private static func lint(
    _ pack: LintedPack, _ configuration: LintConfiguration, _ selected: Set<LintRuleID>?,
    _ report: inout LintReport
  ) {
    let active = LintRuleID.allCases.filter {
      configuration.level(of: $0) != .off && selected?.contains($0) != false
    }
    var review = AllowanceReview(pack, configuration, active)
    for id in active {
      guard let rule = id.rule as? any PackLintRule.Type else { continue }
      review.insert(rule.remarks(on: pack), into: &report)
    }
    let allowances = review.result
    for id in active {
      guard let rule = id.rule as? any AllowanceLintRule.Type else { continue }
      // What allows nothing cannot be allowed in turn.
      report.remarks += rule.remarks(on: allowances).map {
        var remark = $0
        remark.level = configuration.level(of: id)
        return remark
      }
    }
  }
}
