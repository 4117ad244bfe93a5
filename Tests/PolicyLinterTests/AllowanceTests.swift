import PolicyFormatter
import PolicyLinter
import SourceText
import TestSupport
import Testing

/// The comments that let remarks stand.
@Suite struct AllowanceTests {
  /// Returns what is said about `text`, at `path`, by the rules about its messages and allowances.
  private func marks(_ text: String, at path: String = "example.cispol") throws -> [String] {
    try LintedFolder(
      [path: text],
      rules: [.missingMessage, .missingSeverity, .unusedAllowance, .malformedAllowance]
    ).marks.map { String($0.dropFirst(path.count + 1)) }
  }

  @Test func anAllowanceEndsWithItsLine() throws {
    // The second requirement starts with the line that follows.
    let text = """
      rule hosts { for host in demo.Host severity low
      require host.encrypted  // lint: allow missing-message: this one
      require host.cores > 1
      }

      """
    #expect(try marks(text) == ["3: warning missing-message"])
  }

  @Test(arguments: ["//lint:allow", "// lint :  allow", "// Lint: allow", "//LINT:\tallow"])
  func howTheLinterIsSpokenToIsNoMatter(_ start: String) throws {
    let text = """
      rule hosts {
        for host in demo.Host
        require host.encrypted  \(start) missing-message: this one
        severity low
      }

      """
    #expect(try marks(text) == [])
    let yaml = """
      rules:
        - rule: hosts
          for: host in demo.Host
          severity: low
          \(start.replacing("//", with: "#")) missing-message: this one
          require: host.encrypted

      """
    #expect(try marks(yaml, at: "rules/a.yaml") == [])
  }

  @Test func textInYAMLThatLooksLikeACommentIsNone() throws {
    let yaml = """
      rules:
        - rule: hosts
          for: host in demo.Host
          severity: low
          doc: "A # lint: allow missing-message: no"
          require: |
            host.name != " # lint: allow missing-message: no"
        - rule: others
          severity: low
          for: host in demo.Host
          doc: |
            # lint: allow missing-message
          require: | # lint: allow missing-message: this one
            host.encrypted  // lint: allow missing-severity: nothing to allow

      """
    #expect(
      try marks(yaml, at: "rules/a.yaml") == [
        "12: error malformed-allowance", "14: warning unused-allowance",
        "6: warning missing-message",
      ])
  }

  /// The formatter breaks what is too long, and leaves comments where the text ends.
  @Test func whatIsAllowedStaysAllowedWhereTheFormatterBreaksLines() throws {
    let long = "host.name != \"\(String(repeating: "a", count: 70))\" and host.cores > 1"
    let rule = """
      rule hosts {
        for host in demo.Host
        where \(long) and host.address != "0.0.0.0/0" // lint: allow world-as-block: it is
        // lint: allow world-as-block: it is
        require \(long) and host.address != "0.0.0.0/0"
          else "{host.name}"
        require host.address != "0.0.0.0/0" and \(long) // lint: allow world-as-block: it is
          else "{host.name}"
        severity low
      }

      """
    let file = SourceFile(name: "example.cispol", bytes: Array(rule.utf8))
    guard case .formatted(let bytes) = PolicyFormatter.format(file, id: FileID(index: 0)) else {
      Issue.record("it has its form")
      return
    }
    for text in [rule, String(decoding: bytes, as: UTF8.self)] {
      let linted = try LintedFolder(
        ["example.cispol": text], rules: [.worldAsBlock, .unusedAllowance])
      #expect(linted.marks == [])
      #expect(linted.report.allowed.count == 3)
    }
  }

  @Test func aCommentMayBeTheFirstThingInAFile() throws {
    let rule = "rules:\n  - rule: a\n    for: h in demo.Host\n    require: h.encrypted\n"
    for start in ["", "\u{FEFF}"] {
      let text = start + "# lint: allow missing-severity\n" + rule
      #expect(try marks(text, at: "rules/a.yaml").contains("1: error malformed-allowance"))
    }
  }

  @Test func documentationAllowsNothing() throws {
    let text = """
      /// lint: allow missing-message: everybody reads this
      rule hosts {
        for host in demo.Host
        require host.encrypted
          else "{host.name}"
        severity low
      }

      """
    #expect(try marks(text) == ["1: error malformed-allowance"])
  }

  @Test func anExceptionForWaiversIsNotUnusedWhereNoneAreLookedAt() throws {
    let manifest = """
      pack: example
      version: 1.0.0
      title: Example
      requires:
        demo: 1.0.0
      lint:
        broad-waiver:
          except:
            old-hosts: they are gone soon

      """
    let rule = "rule hosts {\n  for host in demo.Host\n  require host.encrypted\n}\n"
    var files = ["pack.yaml": manifest, "example.cispol": rule]
    let rules: Set<LintRuleID> = [.broadWaiver, .unusedAllowance]
    #expect(try LintedFolder(files, rules: rules).marks == [])
    files["waivers.yaml"] = """
      waivers:
        - id: new-hosts
          rule: hosts
          resources: [{address: a.b}]
          reason: They are new.
          owner: platform
          granted: 2025-12-01
          expires: 2026-04-30

      """
    #expect(
      try LintedFolder(files, rules: rules).marks == ["pack.yaml:9: warning unused-allowance"])
  }
}
