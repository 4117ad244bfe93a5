import Compliance
import DomainValues
import Pipelines
import PolicyPacks
import TestSupport
import Testing

/// The benchmark is scored for the organization whose management account a plan shows.
struct ShippedOrganizationTests {
  /// Returns the organizations that are scored for a plan of one, of which `values` and `unknown` tell
  /// the id.
  private func organizations(values: String, unknown: String) throws -> [Breakdown] {
    let text = Laboratory.planText([
      (
        "aws_organizations_organization", "this",
        #""aws_service_access_principals": []"# + values, unknown
      )
    ])
    var request = CheckRequest(now: try Timestamp.parse("2026-01-01"))
    request.benchmarks = [try BenchmarkRequest.parse("cis-aws-foundations")]
    request.shipped = try ShippedPacks.folders()
    request.inputs = [InputFile(name: "plan.json", bytes: Array(text.utf8))]
    var pipeline = CheckPipeline()
    guard case .evaluated(let run) = try pipeline.run(request) else {
      Issue.record("nothing was evaluated")
      return []
    }
    let report = try #require(run.report.benchmarks.first)
    return report.breakdowns.filter { $0.kind == .organization }
  }

  @Test func theScoreIsThatOfItsAccount() throws {
    let scored = try organizations(values: #", "id": "o-a1b2c3d4e5""#, unknown: "")
    #expect(scored.map(\.key) == ["o-a1b2c3d4e5"])
    #expect(scored.allSatisfy { $0.score.applicable > 0 })
  }

  @Test func oneThatIsOnlyMadeHasNoNameToBeScoredUnder() throws {
    #expect(try organizations(values: "", unknown: #""id": true"#).isEmpty)
  }
}
