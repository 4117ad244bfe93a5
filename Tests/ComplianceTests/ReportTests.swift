import Compliance
import Pipelines
import PolicyIR
import ResourceModel
import SourceText
import TestSupport
import Testing

@Suite struct ReportTests {
  private func statuses(_ report: Report) -> [ControlStatus] {
    report.benchmarks.flatMap(\.controls).map(\.status)
  }

  @Test func controlsFollowTheirRules() throws {
    let report = try Laboratory.run([Laboratory.mixed]).report
    #expect(
      statuses(report) == [.fail, .pass, .fail, .unknown, .notImplemented, .manual, .fail])
    #expect(report.verdict == .failed)
  }

  @Test func aRuleOfSeveralControlsIsEvaluatedOnce() throws {
    let report = try Laboratory.run([Laboratory.mixed]).report
    #expect(report.rules.map(\.name) == ["buckets_are_private", "owners_are_named", "keys_exist"])
    let first = try #require(report.rules.first)
    #expect(first.controls.map(\.id) == ["1", "3", "7"])
    #expect(report.findings.count == 6)
  }

  @Test func aFindingSaysWhatWhereAndWhy() throws {
    let report = try Laboratory.run([Laboratory.mixed]).report
    let failure = try #require(report.findings.first { $0.status == .fail })
    #expect(failure.resource.address == "lab_bucket.bad")
    #expect(failure.resource.id == "bad")
    #expect(failure.message == "bad is open")
    #expect(failure.severity == .high)
    #expect(failure.location?.file == "plan.json")
    let open = try #require(report.findings.first { $0.status == .unknown })
    #expect(open.causes.map(\.cause.kind) == [.knownAfterApply])
  }

  @Test func theScoreCountsScoredControlsOnly() throws {
    let score = try #require(Laboratory.run([Laboratory.mixed]).report.benchmarks.first).score
    // Controls 1 to 4; the keys of control 4 were not collected, which is one open judgement.
    #expect((score.passed, score.counted) == (1, 4))
    #expect((score.decided, score.applicable) == (4, 6))
  }

  @Test(arguments: [
    ("fail,unknown", Verdict.failed), ("fail:critical", .clean),
    ("fail:critical,unknown", .undecided),
    ("fail:high", .failed), ("unknown", .undecided), ("never", .clean),
  ])
  func theFailurePolicyDecidesTheVerdict(_ policy: String, _ verdict: Verdict) throws {
    #expect(try Laboratory.run([Laboratory.mixed], failOn: policy).report.verdict == verdict)
  }

  @Test func whereNoRuleMeetsAResourceNothingWasEvaluated() throws {
    let report = try Laboratory.run([Laboratory.plan([])], failOn: "never").report
    #expect(report.verdict == .nothingEvaluated)
  }

  @Test func fingerprintsDependOnRuleAndResourceAlone() throws {
    let first = try Laboratory.run([Laboratory.mixed]).report
    let second = try Laboratory.run([Laboratory.mixed], hasBenchmark: false).report
    #expect(first.findings.map(\.fingerprint) == second.findings.map(\.fingerprint))
    #expect(Set(first.findings.map(\.fingerprint)).count == first.findings.count)
  }

  @Test func severalInputsGiveOneReport() throws {
    let report = try Laboratory.run([Laboratory.mixed, Laboratory.mixed, Laboratory.good]).report
    #expect(report.inputs.count == 3)
    #expect(report.findings.count == 15)
    #expect(Set(report.findings.map(\.fingerprint)).count == 15)
    #expect(report.findings.map(\.resource.input).contains(2))
    #expect(statuses(report)[3] == .pass)
  }

  @Test func rulesOfAPackWithoutBenchmarkStandForThemselves() throws {
    let report = try Laboratory.run([Laboratory.good], hasBenchmark: false).report
    #expect(report.benchmarks.isEmpty)
    #expect(report.looseRules == [0, 1, 2])
    #expect(report.verdict == .clean)
  }
}
