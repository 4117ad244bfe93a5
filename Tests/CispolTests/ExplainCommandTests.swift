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
