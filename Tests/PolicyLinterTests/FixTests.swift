import Diagnostics
import Pipelines
import PolicyLinter
import PolicyPacks
import SourceText
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

  @Test func aNewLineEndsAsTheOthersDo() throws {
    for (path, text, line) in [
      (
        "example.cispol",
        "rule hosts {\r\n  for host in demo.Host\r\n  require host.encrypted\r\n}\r\n",
        "  severity medium\r\n}"
      ),
      (
        "rules/a.yaml",
        "rules:\r\n  - rule: a\r\n    for: host in demo.Host\r\n    require: host.encrypted\r\n",
        "    severity: medium\r\n    for"
      ),
    ] {
      let fixed = try fix([path: text], [.missingSeverity]).files[path] ?? ""
      #expect(Array(fixed.utf8).count { $0 == 0x0A } == Array(fixed.utf8).count { $0 == 0x0D })
      #expect(fixed.unicodeScalars.contains(line.unicodeScalars))
    }
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

  @Test func aChangeThatDoesNotHoldKeepsNoOtherFromBeingMade() throws {
    func rule(_ number: Int, _ rest: String) -> String {
      "rule r\(number) {\n  for host in demo.Host\n\(rest)  require host.encrypted\n}\n"
    }
    let size = "  let size = host.size\n"
    let first = [rule(1, size), rule(2, size), rule(3, size), rule(4, size)]
    let second = [rule(5, size), rule(6, size)]
    let files = [
      "a.cispol": first.joined(separator: "\n"), "b.cispol": second.joined(separator: "\n"),
    ]
    let request = try LintedFolder.request(files, rules: [.unusedLet])
    var pipeline = LintPipeline()
    var report = try pipeline.run(request)
    #expect(report.remarks.count == 6)
    // With the second change the pack does not load, and with the third the same is said again.
    for (index, replacement) in [(1, "  }\n"), (2, size)] {
      report.remarks[index].fixIts = report.remarks[index].fixIts.map { fixIt in
        FixIt(
          fixIt.title,
          edits: fixIt.edits.map { TextEdit(range: $0.range, replacement: replacement) },
          applicability: .automatic)
      }
    }
    let outcome = try #require(LintFixing(request, report, pipeline.sources).outcome)
    let texts = outcome.request.check.packs.flatMap(\.files).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(texts[0] == [rule(1, ""), first[1], first[2], rule(4, "")].joined(separator: "\n"))
    #expect(texts[1] == [rule(5, ""), rule(6, "")].joined(separator: "\n"))
    let left = outcome.report.withoutOffers.remarks
    #expect(left.map(\.subject) == ["r2", "r3"])
    #expect(left.flatMap(\.fixIts).allSatisfy { $0.applicability == .refused })
  }

  @Test func aChangeMayMakeRoomForAnother() throws {
    let lets = (1...12).map { "  let l\($0) = \($0 == 1 ? "host.size" : "l\($0 - 1) * 2")\n" }
    func rule(_ lets: String) -> String {
      "rule hosts {\n  for host in demo.Host\n\(lets)  require host.encrypted\n}\n"
    }
    let text = rule(lets.joined())
    let fixed = try fix(["example.cispol": text], [.unusedLet])
    #expect(fixed.left == [])
    #expect(fixed.files["example.cispol"] == rule(""))
  }

  @Test func aStatementEndsPastTheParenthesesAroundItsExpression() throws {
    let before = """
      rule hosts {
          for host in demo.Host
          let old = ((host.size) == 3GiB )  // never
          let wide = (
            host.cores > 2 and (host.encrypted)
          )
          require (host.encrypted
            or (host.cores > 2) // few
          )  // as it is
      }

      """
    let after = """
      rule hosts {
          for host in demo.Host
          let old = ((host.size) == 3GiB )  // never
          require (host.encrypted
            or (host.cores > 2) // few
          )  // as it is
          severity medium
      }

      """
    let fixed = try fix(["example.cispol": before], [.unusedLet, .missingSeverity])
    #expect(fixed.files["example.cispol"] == after)
    #expect(fixed.left == [.unusedLet])
  }

  @Test func allRequirementsThatAreNotUsedAreRemoved() throws {
    let folder = { (name: String, files: [String: String]) in
      PackFolder(
        name: name, files: files.map { .init(path: $0.key, bytes: Array($0.value.utf8)) })
    }
    func manifest(_ name: String) -> String { "pack: \(name)\nversion: 1.0.0\ntitle: T\n" }
    var request = try LintedFolder.request([:], rules: [.unusedImport])
    for name in ["one", "two"] {
      request.check.shipped.append(
        folder(
          name, ["pack.yaml": manifest(name), "a.cispol": "resource \(name).B { id: String }\n"]))
    }
    let requires = "requires:\n\n  one: 1.0.0\n\n  two: 1.0.0\n"
    request.check.packs = [
      folder(
        "mine",
        [
          "pack.yaml": manifest("mine") + requires, "a.cispol": "resource a.B { name: String }\n",
        ])
    ]
    var pipeline = LintPipeline()
    let fixed = try pipeline.fix(request)
    #expect(fixed.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [manifest("mine")])
    #expect(fixed.report.remarks.isEmpty)
  }
}
