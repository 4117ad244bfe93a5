import Compliance
import Pipelines
import PolicyPacks
import TestSupport
import Testing

@Suite struct BreakdownTests {
  private func breakdowns(_ kind: Breakdown.Kind) throws -> [Breakdown] {
    var decisions = GovernedLaboratory.Decisions()
    decisions.configuration = #"accounts: {"111111111111": {name: production}}"#
    let report = try #require(GovernedLaboratory.run(decisions).report.benchmarks.first)
    return report.breakdowns.filter { $0.kind == kind }
  }

  private func numbers(_ kind: Breakdown.Kind) throws -> [[Int]] {
    try breakdowns(kind).map {
      [$0.score.passed, $0.score.counted, $0.score.decided, $0.score.applicable]
    }
  }

  @Test func sectionsAndLevelsAreScoredForThemselves() throws {
    #expect(try breakdowns(.section).map(\.key) == ["1", "2"])
    // All controls fail; of the age of one host nothing is known. Manual controls do not count.
    #expect(try numbers(.section) == [[0, 2, 5, 6], [0, 1, 3, 3]])
    #expect(try breakdowns(.level).map(\.key) == ["1", "2"])
    #expect(try numbers(.level) == [[0, 2, 6, 6], [0, 1, 2, 3]])
  }

  @Test func accountsAndRegionsAreScoredByTheirOwnResources() throws {
    #expect(try breakdowns(.account).map(\.key) == ["111111111111", "222222222222"])
    #expect(try breakdowns(.account).map(\.title) == ["production", ""])
    // The host of account 111111111111 is young, with open ports and an administrator; that of 222222222222 is old,
    // with an open port.
    #expect(try numbers(.account) == [[1, 3, 3, 3], [1, 3, 3, 3]])
    // The host without an account is in the region eu-central-1, and of unknown age.
    #expect(try breakdowns(.region).map(\.key) == ["eu-central-1", "us-east-1"])
    #expect(try numbers(.region) == [[0, 3, 5, 6], [1, 3, 3, 3]])
    #expect(try breakdowns(.organization).isEmpty)
  }

  @Test func severalBenchmarksShareWhatIsEvaluated() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov@1.0", "gov"]
    let report = try GovernedLaboratory.run(decisions).report
    #expect(report.benchmarks.map(\.benchmark.label) == ["gov@1.0", "gov@2.0"])
    // Closed ports are asked for alike by both, ages by different limits.
    #expect(
      report.rules.map(\.name).sorted() == [
        "hosts_are_young", "hosts_are_young", "ports_are_closed", "users_are_plain",
      ])
    let shared = report.rules.first { $0.name == "ports_are_closed" }
    #expect(shared?.controls.map(\.version) == ["1.0", "2.0"])
  }
}
