import Pipelines
import PolicyLinter
import TestSupport
import Testing

/// What the linter changes when it may.
@Suite struct FixTests {
  private func fix(
    _ files: [String: String], _ rules: Set<LintRuleID>
  ) throws -> (files: [String: String], left: [LintRuleID]) {
    var pipeline = LintPipeline()
    let fixed = try pipeline.fix(try LintedFolder.request(files, rules: rules))
    var texts: [String: String] = [:]
    for file in fixed.files {
      let path = String(file.file.name.dropFirst("example/".count))
      #expect(files[path] == nil || Array((files[path] ?? "").utf8) == file.file.bytes)
      texts[path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return (texts, fixed.report.remarks.map(\.rule))
  }

  @Test func everyCertainChangeIsMadeAndTheFormIsKept() throws {
    let before = """
      rule hosts {
        for host in demo.Host
        let age = now - host.created_at
        let size = host.size
        let twice = size * 2
        require host.name matches /^web\\.{2}/ or host.name matches /^web-/
          else "{host.name}"  // as it is
      }

      """
    let after = """
      rule hosts {
        for host in demo.Host
        require host.name matches /^web\\.{2}/ or host.name.starts_with("web-")
          else "{host.name}"  // as it is
        severity medium
      }

      """
    let fixed = try fix(
      ["example.cispol": before], [.unusedLet, .plainRegex, .missingSeverity])
    #expect(fixed.files["example.cispol"] == after)
    #expect(fixed.left == [])
  }

  @Test func anExpressionIsReplacedOnlyByWhatSaysTheSame() throws {
    func fixed(_ condition: String) throws -> (text: String?, left: [LintRuleID]) {
      let text = "rule hosts {\n  for host in demo.Host\n  require \(condition)\n}\n"
      let result = try fix(["example.cispol": text], [.plainRegex])
      return (result.files["example.cispol"], result.left)
    }
    // What may be absent has no `starts_with` of its own.
    let absent = try fixed("host.owner matches /^web-/")
    #expect(absent.text?.contains(#"require host.owner?.starts_with("web-") == true"#) == true)
    #expect(absent.left.isEmpty)
    // An end also stands before a last line break, and a comment would go.
    for condition in [
      "host.name matches /^web$/", "host.name matches /web$/",
      "host.name  // of the host\n    matches /^web/",
    ] {
      let result = try fixed(condition)
      #expect(result.text == nil && result.left == [.plainRegex], "\(condition)")
    }
    // A letter with an accent after a point is not plain text.
    #expect(try fixed("host.name matches /^a.\u{301}/").left.isEmpty)
  }

  @Test func aFileThatHadAnotherFormKeepsIt() throws {
    let before = """
      rule hosts{
          for host in demo.Host
          let age = now - host.created_at
          require   host.encrypted
      }

      """
    let fixed = try fix(["example.cispol": before], [.unusedLet])
    #expect(
      fixed.files["example.cispol"]
        == before.replacing("    let age = now - host.created_at\n", with: ""))
  }

  @Test func rulesInYAMLAreChangedWhereThatIsSafe() throws {
    let before = """
      rules:
        - for: host in demo.Host
          rule: first
          where: host.name matches /^web-/
          require: host.encrypted
        - rule: second
          for: host in demo.Host
          let:
            age: now - host.created_at
          require: host.encrypted

      """
    let after = """
      rules:
        - severity: medium
          for: host in demo.Host
          rule: first
          where: host.name matches /^web-/
          require: host.encrypted
        - rule: second
          severity: medium
          for: host in demo.Host
          let:
            age: now - host.created_at
          require: host.encrypted

      """
    let fixed = try fix(
      ["rules/example.yaml": before], [.unusedLet, .plainRegex, .missingSeverity])
    #expect(fixed.files["rules/example.yaml"] == after)
    #expect(fixed.left.sorted { $0.rawValue < $1.rawValue } == [.plainRegex, .unusedLet])
  }

  @Test func aRequirementThatIsNotUsedIsRemoved() throws {
    let rule = "resource a.B { name: String }\n"
    let head = "pack: example\nversion: 1.0.0\ntitle: Example\n"
    let alone = try fix(
      ["pack.yaml": head + "requires:\n  demo: 1.0.0\n", "a.cispol": rule], [.unusedImport])
    #expect(alone.files == ["pack.yaml": head])
    #expect(alone.left == [])
    let inline = try fix(
      ["pack.yaml": head + "requires: {demo: 1.0.0}\n", "a.cispol": rule], [.unusedImport])
    #expect(inline.files == [:])
    #expect(inline.left == [.unusedImport])
  }

  @Test func whatAPersonShouldLookAtIsNotChanged() throws {
    let text = """
      rule hosts {
        for host in demo.Host
        require host.address != "0.0.0.0/0"
      }

      """
    let fixed = try fix(["example.cispol": text], [.worldAsBlock])
    #expect(fixed.files == [:])
    #expect(fixed.left == [.worldAsBlock])
  }

  @Test func whatIsAllowedIsNotChanged() throws {
    let text = """
      rule hosts {
        for host in demo.Host
        // lint: allow unused-let: it shows how
        let age = now - host.created_at
        require host.encrypted
      }

      """
    #expect(try fix(["example.cispol": text], [.unusedLet]).files == [:])
  }

  @Test func packsThatDoNotLoadAreNotChanged() throws {
    var pipeline = LintPipeline()
    let request = try LintedFolder.request(["example.cispol": "rule a {"], rules: nil)
    #expect(throws: CheckFailure.diagnosed) { try pipeline.fix(request) }
  }
}
