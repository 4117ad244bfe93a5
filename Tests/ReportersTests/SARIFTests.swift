import Foundation
import Pipelines
import PolicyLinter
import Reporters
import SourceText
import TestSupport
import Testing

/// SARIF as it is written, held against the parts of its schema that matter here.
@Suite struct SARIFTests {
  private static let policy = """
    // lint: allow missing-doc: this is a test
    rule hosts {
      for host in demo.Host
      require host.name != "😀" and host.name matches /^web-/
        else "🙂 one {host.name}"
      require host.encrypted
      severity low
    }

    """

  private func log(page: String = "") throws -> [String: Any] {
    let linted = try LintedFolder(
      ["a b.cispol": Self.policy], rules: [.plainRegex, .missingMessage, .missingDoc])
    let log = SARIFLog.lint(linted.report, version: "1.2.3") { _ in page }
    var bytes: [UInt8] = []
    SARIFReporter(linted.sources).render(log) { bytes += $0 }
    let value = try JSONSerialization.jsonObject(with: Data(bytes))
    return try #require(value as? [String: Any])
  }

  private func run(_ log: [String: Any]) throws -> [String: Any] {
    let runs = try #require(log["runs"] as? [[String: Any]])
    return try #require(runs.first)
  }

  @Test func aLogIsAsTheSchemaSays() throws {
    let text = try #require(
      ProjectFiles.text("Tests/ReportersTests/Cases/sarif-2.1.0-part.schema.json"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(SchemaCheck(root: root).problems(of: try log(page: "# x"), in: root, at: "$") == [])
    // The check itself can fail.
    var broken = try log()
    broken["version"] = 2
    broken["runs"] = [["tool": [String: Any]()]]
    #expect(SchemaCheck(root: root).problems(of: broken, in: root, at: "$").count == 2)
  }

  @Test func everyResultPointsToItsRule() throws {
    let run = try run(try log())
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(driver["version"] as? String == "1.2.3")
    #expect(rules.map { $0["id"] as? String } == LintRuleID.allCases.map(\.rawValue))
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func columnsAreCountedInUnitsOfUTF16() throws {
    let run = try run(try log())
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let results = try #require(run["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "plain-regex" })
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: [String: Any]])
    let line = try #require(Self.policy.split(separator: "\n").dropFirst(3).first)
    let before = try #require(line.firstRange(of: "/^web")?.lowerBound)
    let column = line[..<before].utf16.count + 1
    #expect(line[..<before].unicodeScalars.count + 2 == column)
    #expect(
      place["region"] as? [String: Int] == [
        "startLine": 4, "startColumn": column, "endLine": 4, "endColumn": column + 7,
      ])
    #expect(place["artifactLocation"]?["uri"] as? String == "example/a%20b.cispol")
  }

  @Test func aFixSaysWhatItReplaces() throws {
    let results = try #require(try run(try log())["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "plain-regex" })
    let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let replacement = try #require((change["replacements"] as? [[String: [String: Any]]])?.first)
    #expect(
      replacement["insertedContent"]?["text"] as? String == #"host.name.starts_with("web-")"#)
    #expect(replacement["deletedRegion"]?["startLine"] as? Int == 4)
  }

  @Test func whatIsAllowedIsSuppressedWithItsReason() throws {
    let results = try #require(try run(try log())["results"] as? [[String: Any]])
    let suppressed = results.filter { $0["suppressions"] != nil }
    #expect(suppressed.map { $0["ruleId"] as? String } == ["missing-doc"])
    let suppressions = try #require(suppressed.first?["suppressions"] as? [[String: String]])
    #expect(suppressions == [["kind": "inSource", "justification": "this is a test"]])
  }

  @Test(arguments: [
    ("policies/a.cispol", "policies/a.cispol"), ("/tmp/a b.cispol", "file:///tmp/a%20b.cispol"),
    ("ä.yaml", "%C3%A4.yaml"), ("a#b?c%", "a%23b%3Fc%25"),
  ])
  func aPathBecomesAReference(_ path: String, _ uri: String) throws {
    var sources = SourceMap()
    let id = sources.insert(SourceFile(name: path, bytes: []))
    let result = SARIFLog.Result(
      rule: "a", level: .note, message: "b",
      locations: [.init(SourceRange(file: id, lower: 0, upper: 0))])
    var text = ""
    SARIFReporter(sources).render(
      SARIFLog(tool: "t", version: "1", rules: [], results: [result])
    ) { text += String(decoding: $0, as: UTF8.self) }
    #expect(text.contains("\"uri\": \"\(uri)\""))
    // A rule that the log does not describe has no index.
    #expect(!text.contains("ruleIndex"))
  }
}
