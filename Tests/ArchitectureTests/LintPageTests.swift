import Diagnostics
import Foundation
import PolicyLinter
import TestSupport
import Testing

/// Every lint rule has a page that says what is so, and no page is without a rule.
@Suite struct LintPageTests {
  @Test(arguments: LintRuleID.allCases)
  func aRuleHasAPage(_ id: LintRuleID) throws {
    let page = try #require(ProjectFiles.text("docs/lint/\(id.rawValue).md"))
    #expect(page.hasPrefix("# \(id.rawValue)\n"))
    for section in ["Meaning", "Example", "Fix", "Configuration"] {
      #expect(page.contains("\n## \(section)\n"), "\(id.rawValue) has no \(section)")
    }
    #expect(page.contains("\n  \(id.rawValue): \(id.rule.level.rawValue)\n"))
  }

  @Test func noPageIsWithoutARule() {
    let pages = ShippedPacks.files(below: "docs/lint", extension: "md")
      .map { $0.deletingPathExtension().lastPathComponent }
    #expect(Set(pages) == Set(LintRuleID.allCases.map(\.rawValue)))
  }

  @Test(arguments: LintRuleID.allCases)
  func aRuleHasARowAmongAllRules(_ id: LintRuleID) throws {
    let text = try #require(ProjectFiles.text("docs/cli.md"))
    let (name, level) = (id.rawValue, id.rule.level.rawValue)
    #expect(text.contains("| [`\(name)`](lint/\(name).md) | \(level) | \(id.rule.summary) |\n"))
  }

  @Test func aRuleIsAFileOfItsName() {
    let files = ShippedPacks.files(below: "Sources/PolicyLinter/Rules", extension: "swift")
      .map { $0.deletingPathExtension().lastPathComponent }
    #expect(files.sorted() == LintRuleID.allCases.map { "\($0.rule)" }.sorted())
  }

  @Test(arguments: LintRuleID.allCases)
  func theExampleGivesTheRemarkThatIsShown(_ id: LintRuleID) throws {
    let page = try #require(MarkdownPage("docs/lint/\(id.rawValue).md"))
    let shown = page.blocks(in: "Example").filter { $0.tags == ["text"] }.map(\.text)
    #expect(shown == [try Self.remarks(of: id, in: page, marked: "bad") + "\n"])
  }

  @Test(arguments: LintRuleID.allCases)
  func theMendedExampleGivesNone(_ id: LintRuleID) throws {
    let page = try #require(MarkdownPage("docs/lint/\(id.rawValue).md"))
    #expect(try Self.remarks(of: id, in: page, marked: "good") == "")
  }

  /// Returns what the rule says about the pack made of the blocks with the tag `mark`.
  private static func remarks(
    of id: LintRuleID, in page: MarkdownPage, marked mark: String
  ) throws -> String {
    var files: [String: String] = [:]
    for block in page.blocks where block.tags.contains(mark) {
      files[block.value(of: "file") ?? "example.cispol"] = block.text
    }
    try #require(!files.isEmpty)
    // What is allowed must be said for that.
    let isAboutAllowances = id.rule is any AllowanceLintRule.Type
    let linted = try LintedFolder(files, rules: isAboutAllowances ? nil : [id])
    let renderer = TerminalRenderer(isColoured: false)
    return linted.report.remarks.filter { $0.rule == id }.map { remark in
      renderer.render(
        kind: remark.level.rawValue, isGrave: remark.level == .error, name: id.rawValue,
        remark.message, at: remark.primary, labels: remark.labels,
        notes: remark.fixIts.filter { $0.applicability == .automatic }.map {
          "`--fix` can \($0.title)"
        },
        help: remark.help, in: linted.sources
      ).replacing("--> example/", with: "--> ").trimmingLineBreaks
    }.joined(separator: "\n\n")
  }
}

extension String {
  /// The text without line breaks at its end.
  fileprivate var trimmingLineBreaks: String {
    String(reversed().drop { $0 == "\n" }.reversed())
  }
}
