import Compliance
import Pipelines
import PolicyIR
import PolicyPacks
import TestSupport
import Testing

@Suite struct ProfileTests {
  private func report(_ profile: String, _ configuration: String = "{}") throws -> Report {
    var decisions = GovernedLaboratory.Decisions()
    decisions.profile = profile
    decisions.configuration = configuration
    return try GovernedLaboratory.run(decisions).report
  }

  private func ids(_ report: Report) -> [String] {
    report.benchmarks.flatMap(\.controls).map(\.control.id)
  }

  @Test(arguments: [
    ("level-1", ["1.1", "2.1.1", "2.2", "2.3"]),
    ("level-2", ["1.1", "1.2", "2.1.1", "2.2", "2.3"]),
    ("automated", ["1.1", "1.2", "2.1.1"]), ("section:1", ["1.1", "1.2"]),
    ("section:2", ["2.1.1", "2.2", "2.3"]), ("section:2.1", ["2.1.1"]),
    ("section:1,level-1", ["1.1"]), ("ours", ["2.1.1"]), ("ours,level-1", ["2.1.1"]),
  ])
  func aProfileChoosesControls(_ profile: String, _ expected: [String]) throws {
    let configuration = """
      profiles:
        ours:
          assessment: automated
          sections: ["2.1", "1"]
          exclude:
            - {control: ports, reason: Elsewhere.}
            - {control: "1.2", benchmark: gov@1.0, reason: Never.}
      """
    let report = try report(profile, configuration)
    #expect(ids(report) == expected)
    let excluded = report.adjustments.filter { $0.kind == .excluded }
    let isOurs = profile.hasPrefix("ours")
    #expect(
      excluded.map(\.subject) == (!isOurs ? [] : profile == "ours" ? ["1.1", "1.2"] : ["1.1"]))
    #expect(
      excluded.map(\.reason)
        == (!isOurs ? [] : profile == "ours" ? ["Elsewhere.", "Never."] : ["Elsewhere."]))
    #expect(report.profile == profile)
  }

  @Test(arguments: [
    ("section:2.1", "gov@2.0"), ("section:1,automated", "gov-people@3.0"), ("ours", "gov@2.0"),
  ])
  func aProfileThatChoosesNothingOfABenchmarkIsAnError(
    _ profile: String, _ benchmark: String
  ) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov@1.0", benchmark]
    decisions.profile = profile
    decisions.configuration = """
      profiles:
        ours:
          exclude: [{control: ports, reason: a}, {control: age, reason: b}]
      """
    #expect(throws: Laboratory.Unusable.self) { try GovernedLaboratory.run(decisions) }
    decisions.benchmarks = ["gov@1.0"]
    _ = try GovernedLaboratory.run(decisions)
  }

  @Test func aProfileMayChangeSeverities() throws {
    let report = try report(
      "ours", "profiles: {ours: {severities: {ports_are_closed: low, hosts_are_young: low}}}")
    #expect(report.rules.first { $0.name == "ports_are_closed" }?.severity == .low)
    #expect(
      report.findings.filter { report.rules[$0.rule].name == "ports_are_closed" }
        .allSatisfy { $0.severity == .low })
    // What is as the rule says is no adjustment.
    #expect(report.adjustments.map(\.subject) == ["ports_are_closed"])
    #expect(report.adjustments.map(\.from) == ["high"])
  }
}
