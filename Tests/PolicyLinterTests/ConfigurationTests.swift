import Diagnostics
import Pipelines
import PolicyLinter
import SourceText
import TestSupport
import Testing

/// What a pack tells the linter.
@Suite struct LintConfigurationTests {
  private static let rule = """
    rule hosts {
      for host in demo.Host
      require host.encrypted
    }

    """

  private static func manifest(_ lint: String) -> String {
    "pack: example\nversion: 1.0.0\ntitle: Example\nrequires:\n  demo: 1.0.0\n" + lint
  }

  private func lint(_ text: String) throws -> LintedFolder {
    try LintedFolder(
      ["pack.yaml": Self.manifest(text), "example.cispol": Self.rule],
      rules: [.missingDoc, .missingMessage, .unusedAllowance])
  }

  /// Returns the ids of what is said about a pack file that ends in `text`.
  private func problems(_ text: String) throws -> [DiagnosticID] {
    var pipeline = LintPipeline()
    let request = try LintedFolder.request(
      ["pack.yaml": Self.manifest(text), "example.cispol": Self.rule], rules: nil)
    #expect(throws: CheckFailure.diagnosed) { try pipeline.run(request) }
    return pipeline.diagnostics.elements.map(\.id)
  }

  @Test func withoutConfigurationEveryRuleHasItsLevel() throws {
    #expect(
      try lint("").marks == [
        "example.cispol:1: warning missing-doc", "example.cispol:3: warning missing-message",
      ])
  }

  @Test func aLevelIsChanged() throws {
    let linted = try lint("lint:\n  missing-doc: error\n  missing-message:\n    level: note\n")
    #expect(
      linted.marks == [
        "example.cispol:1: error missing-doc", "example.cispol:3: note missing-message",
      ])
    #expect(linted.report.contains(.error))
    let notes = try lint("lint:\n  missing-doc: note\n  missing-message: note\n")
    #expect(notes.report.contains(.note) && !notes.report.contains(.warning))
  }

  @Test func aRuleThatIsOffSaysNothing() throws {
    #expect(
      try lint("lint:\n  missing-doc: \"off\"\n").marks == [
        "example.cispol:3: warning missing-message"
      ])
  }

  @Test func anExceptionLetsTheRemarksOnANameStand() throws {
    let linted = try lint("lint:\n  missing-doc:\n    except:\n      hosts: it says enough\n")
    #expect(linted.marks == ["example.cispol:3: warning missing-message"])
    #expect(linted.report.allowed.map(\.reason) == ["it says enough"])
    #expect(linted.report.allowed.map(\.remark.rule) == [.missingDoc])
  }

  @Test(arguments: [
    ("lint: all\n", DiagnosticID.wrongYAMLKind),
    ("lint:\n  missing-docs: note\n", .unknownYAMLKey),
    ("lint:\n  missing-doc: loud\n", .wrongYAMLKind),
    ("lint:\n  missing-doc:\n    levels: note\n", .unknownYAMLKey),
    ("lint:\n  missing-doc:\n    except: hosts\n", .wrongYAMLKind),
    ("lint:\n  missing-doc:\n    except:\n      hosts:\n", .wrongYAMLKind),
  ])
  func aConfigurationThatMeansNothingIsAnError(_ text: String, _ id: DiagnosticID) throws {
    #expect(try problems(text) == [id])
  }

  @Test func onlyTheRulesThatAreAskedSpeak() throws {
    let files = ["example.cispol": Self.rule]
    #expect(try LintedFolder(files, rules: [.missingSeverity]).report.remarks.count == 1)
    #expect(try LintedFolder(files, rules: []).report.remarks.isEmpty)
    #expect(try LintedFolder(files, rules: nil).report.remarks.count > 3)
  }

  @Test func packsThatWereNotNamedAreNotSpokenOf() throws {
    let linted = try LintedFolder(["example.cispol": Self.rule], rules: nil)
    #expect(linted.report.packs == ["example"])
    let files = linted.report.remarks.map { linted.sources[$0.primary.file].name }
    #expect(files.allSatisfy { $0.hasPrefix("example/") })
  }
}
