import Foundation
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  @Test func aFindingIsExplainedByTheIdThatCheckPrints() throws {
    let report = try Program.run("check", "--input", Program.plan, "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["status"] as? String == "fail" })
    let id = try #require(finding["fingerprint"] as? String)
    let result = try Program.run("explain", String(id.prefix(8)), "--input", Program.plan)
    #expect(result.code == 0)
    #expect(result.output.contains(id))
    #expect(result.output.contains("policies/cis-aws-foundations/rules/"))
    #expect(result.output.contains(try #require(finding["rule"] as? String)))
  }

  @Test func aFindingIsExplainedByItsRuleAndResource() throws {
    let result = try Program.run(
      "explain", "security_groups_close_admin_ports", "aws_security_group.bastion", "--input",
      Program.plan)
    #expect(result.code == 0)
    #expect(result.output.contains("status    fail"))
    let inPack = try Program.run(
      "explain", "cis-aws-foundations/security_groups_close_admin_ports",
      "aws_security_group.bastion", "--input", Program.plan)
    #expect(inPack.code == 0 && inPack.output == result.output)
    let inOther = try Program.run(
      "explain", "aws-extras/security_groups_close_admin_ports", "aws_security_group.bastion",
      "--input", Program.plan)
    #expect(inOther.code == 2)
    #expect(inOther.problems.contains("`cis-aws-foundations/security_groups_close_admin_ports`"))
    let other = try Program.run(
      "explain", "security_groups_close_admin_port", "aws_security_group.bastion", "--input",
      Program.plan)
    #expect(other.code == 2)
    #expect(other.problems.contains("`security_groups_close_admin_ports`"))
    let inPart = try Program.run(
      "explain", "admin_ports", "aws_security_group.bastion", "--input", Program.plan)
    #expect(inPart.code == 2)
    #expect(inPart.problems.contains("_admin_ports`"))
  }

  private static let pack = [
    "my pack/pack.yaml": "pack: t\nversion: 1.0.0\ntitle: T\n",
    "my pack/box.cispol": """
    resource t.Box { id: String key  made: Timestamp }
    rule young {
      for box in t.Box
      require now - box.made < 10d
    }

    """,
    "w.yaml": "waivers: []\n", "cispol.yaml": "inputs: [nothing.jsonl]\n",
  ]

  private static func graph(_ id: String, made: String) -> String {
    """
    {"cispol_graph": 1, "complete": ["t.Box"]}
    {"type": "t.Box", "attributes": {"id": "\(id)", "made": "\(made)T00:00:00Z"}}

    """
  }

  /// Of two boxes of one name, the second fails, so that the order of the inputs is part of its id.
  private static func boxes() throws -> Folder {
    let files = [
      "good;touch pwned #.jsonl": graph("a", made: "2026-01-01"),
      "it's.jsonl": graph("a", made: "2025-01-01"),
    ]
    return try Folder(pack.merging(files) { $1 })
  }

  /// Returns the command that the report suggests, without the words after it.
  private static func suggestion(_ report: String) throws -> String {
    let line = try #require(report.split(separator: "\n").last)
    let words = try #require(line.range(of: " shows how a decision"))
    return String(line[..<words.lowerBound])
  }

  @Test func theCommandThatIsSuggestedIsOneThatExplains() throws {
    let folder = try Self.boxes()
    let report = try Program.run(
      [
        "check", "my pack", "--input", "good;touch pwned #.jsonl", "--input", "it's.jsonl",
        "--waivers", "w.yaml", "--no-config", "--now", "2026-01-02T00:00:00Z",
      ], in: folder)
    #expect(report.code == 1, "\(report.problems)")
    let command = try Self.suggestion(report.output)
    #expect(
      command.hasSuffix(
        " --input 'good;touch pwned #.jsonl' --input 'it'\\''s.jsonl' --pack 'my pack'"
          + " --waivers w.yaml --no-config --now 2026-01-02T00:00:00Z"), "\(command)")
    let script = command.replacing("cispol explain", with: "\"$cispol\" explain")
    let result = try Program.shell(script, in: folder)
    #expect(result.code == 0 && result.problems.isEmpty, "\(result.problems)")
    #expect(result.output.contains("made: 2025") || result.output.contains("2025-01-01"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("pwned").path))
  }

  @Test func whatTheConfigurationSaysStaysUnsaid() throws {
    let folder = try Self.boxes()
    try Data("inputs: [\"it's.jsonl\"]\npacks: [\"my pack\"]\n".utf8)
      .write(to: folder.file("cispol.yaml"))
    try Data("inputs: [\"it's.jsonl\"]\npacks: [\"my pack\"]\n".utf8)
      .write(to: folder.file("own.yaml"))
    for (arguments, end) in [([], ""), (["--config", "own.yaml"], " --config own.yaml")] {
      let report = try Program.run(["check"] + arguments, in: folder)
      #expect(report.code == 1)
      let command = try Self.suggestion(report.output)
      #expect(command.contains(/^cispol explain [0-9a-f]{8}/) && command.hasSuffix(end))
      #expect(!command.contains("--input"))
      let script = command.replacing("cispol explain", with: "\"$cispol\" explain")
      #expect(try Program.shell(script, in: folder).code == 0)
    }
  }

  @Test(arguments: ["-", "/dev/stdin"])
  func noCommandIsSuggestedThatCannotReadTheInputAgain(_ input: String) throws {
    let script = "\"$cispol\" check 'my pack' --no-config --input \(input) < \"it's.jsonl\""
    let report = try Program.shell(script, in: Self.boxes())
    #expect(report.code == 1, "\(report.problems)")
    #expect(report.output.hasSuffix("came about, once what was read is kept in files\n"))
  }

  @Test func aProofIsAlsoJSON() throws {
    let result = try Program.run(
      "explain", "security_groups_close_admin_ports", "aws_security_group.bastion", "--input",
      Program.plan, "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "cispol-proof/1")
  }

  @Test func theInputMayBeThatOfTheConfiguration() throws {
    let folder = try Folder(["cispol.yaml": "inputs: [\"\(Program.plan)\"]\n"])
    let report = try Program.run(
      "check", "--config", "\(folder.path)/cispol.yaml", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    let id = try #require(findings.first?["fingerprint"] as? String)
    let result = try Program.run("explain", id, "--config", "\(folder.path)/cispol.yaml")
    #expect(result.code == 0, "\(result.problems)")
    #expect(result.output.contains(id))
  }

  @Test func aDiagnosticIsExplainedByItsPage() throws {
    let result = try Program.run("explain", "missing-pack-file")
    #expect(result.code == 0)
    #expect(result.output == ProjectFiles.text("docs/diagnostics/missing-pack-file.md"))
    let other = try Program.run("explain", "missing-pack-fiel")
    #expect(other.code == 2)
    #expect(other.problems.contains("did you mean `missing-pack-file`?"))
  }

  @Test func aFindingThatIsNotThereIsAnError() throws {
    let result = try Program.run("explain", "0000000000000000", "--input", Program.plan)
    #expect(result.code == 2)
    #expect(result.problems.contains("there is no finding"))
  }
}
