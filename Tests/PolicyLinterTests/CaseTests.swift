import PolicyLinter
import TestSupport
import Testing

/// The case folders, each line of which says what its rule says about it.
@Suite struct LintCaseTests {
  @Test(arguments: CaseFolder.all)
  func aCaseGivesExactlyTheRemarksItAnnounces(_ folder: CaseFolder) throws {
    let linted = try LintedFolder(folder.files, rules: folder.rules)
    let given = linted.marks.filter { $0.hasSuffix(" \(folder.rule.rawValue)") }
    #expect(given == folder.announced)
    #expect(folder.name.hasPrefix("bad") == !folder.announced.isEmpty)
  }

  @Test(arguments: LintRuleID.allCases)
  func aRuleHasBadAndGoodCases(_ rule: LintRuleID) {
    let names = CaseFolder.all.filter { $0.rule == rule }.map(\.name)
    #expect(names.contains { $0.hasPrefix("bad") })
    #expect(names.contains { $0.hasPrefix("good") })
    #expect(names.allSatisfy { $0.hasPrefix("bad") || $0.hasPrefix("good") })
  }

  @Test func noCaseIsWithoutARule() {
    let folders = CaseFolder.names(in: CaseFolder.folder)
    #expect(Set(folders).subtracting(LintRuleID.allCases.map(\.rawValue)) == [])
  }

  @Test(arguments: LintRuleID.allCases)
  func aRuleHasTheNameItIsFoundBy(_ id: LintRuleID) {
    #expect(id.rule.id == id)
    #expect(id.rule.level != .off)
    #expect(id.rule.summary.hasSuffix(".") && id.rule.summary.count < 100)
    #expect(
      id.rule is any PackLintRule.Type || id.rule is any ProjectLintRule.Type
        || id.rule is any AllowanceLintRule.Type)
  }
}
