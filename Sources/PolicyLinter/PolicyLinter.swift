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
    var common = LintConfiguration()
    for pack in whole.lintedPacks {
      report.packs.append(pack.name)
      var configuration = LintConfiguration()
      if let node = pack.pack.manifest.lint {
        configuration = LintConfiguration(node, into: &diagnostics)
        common.add(configuration)
      }
      lint(pack, configuration, selected, &report)
    }
    // What a pack says of waivers is of use where there are some to look at.
    if whole.waivers != nil { lint(whole, common, selected, &report) }
    report.remarks.sort()
    report.allowed.sort { $0.remark < $1.remark }
    return (report, diagnostics)
  }

  private static func lint(
    _ pack: LintedPack, _ configuration: LintConfiguration, _ selected: Set<LintRuleID>?,
    _ report: inout LintReport
  ) {
    let active = active(configuration, selected) { !($0 is any ProjectLintRule.Type) }
    var review = AllowanceReview(AllowanceReader(pack), configuration, active)
    for id in active {
      guard let rule = id.rule as? any PackLintRule.Type else { continue }
      review.insert(rule.remarks(on: pack), into: &report)
    }
    add(review.result, configuration, active, &report)
  }

  /// Asks the rules about what the project decided, with what all packs configure.
  private static func lint(
    _ whole: LintedProgram, _ configuration: LintConfiguration, _ selected: Set<LintRuleID>?,
    _ report: inout LintReport
  ) {
    let active = active(configuration, selected) { !($0 is any PackLintRule.Type) }
    var review = AllowanceReview(AllowanceReader(project: whole), configuration, active)
    for id in active {
      guard let rule = id.rule as? any ProjectLintRule.Type else { continue }
      review.insert(rule.remarks(on: whole), into: &report)
    }
    add(review.result, configuration, active, &report)
  }

  /// Returns the rules that are asked: those that are not off, were selected, and pass `isMeant`.
  private static func active(
    _ configuration: LintConfiguration, _ selected: Set<LintRuleID>?,
    _ isMeant: (any LintRule.Type) -> Bool
  ) -> [LintRuleID] {
    LintRuleID.allCases.filter {
      configuration.level(of: $0) != .off && selected?.contains($0) != false && isMeant($0.rule)
    }
  }

  /// Adds what the rules about allowances say of `allowances`.
  private static func add(
    _ allowances: ReviewedAllowances, _ configuration: LintConfiguration, _ active: [LintRuleID],
    _ report: inout LintReport
  ) {
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
