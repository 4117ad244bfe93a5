import Compliance
import Pipelines
import PolicyIR
import ResourceModel
import TestSupport
import Testing

/// Values of parameters that a project changes for some resources.
@Suite struct OverrideTests {
  private func report(_ entries: String, more: String = "") throws -> Report {
    var decisions = GovernedLaboratory.Decisions()
    decisions.configuration = "parameters:\n\(entries)\n\(more)"
    return try GovernedLaboratory.run(decisions).report
  }

  private func entry(_ limit: String, _ scope: String = "") -> String {
    "  - {rule: hosts_are_young, with: {limit: \"\(limit)\"}, reason: Because.\(scope)}\n"
  }

  private func findings(_ rule: String, _ report: Report) -> [String: Finding] {
    let members = report.findings.filter { report.rules[$0.rule].name == rule }
    return Dictionary(uniqueKeysWithValues: members.map { ($0.resource.name, $0) })
  }

  @Test func aValueForEverythingIsUsedAndCompared() throws {
    let looser = try report(entry("20"))
    let old = try #require(findings("hosts_are_young", looser)["gov_host.db"])
    #expect(old.status == .pass)
    let deviation = try #require(old.deviations.first)
    #expect([deviation.parameter, deviation.value, deviation.own] == ["limit", "20", "10"])
    #expect(old.deviations.map(\.strictness) == [.looser])
    #expect(looser.adjustments.map(\.strictness) == [.looser])
    #expect(looser.benchmarks.first?.score.loosened == 1)
    let stricter = try report(entry("5"))
    #expect(findings("hosts_are_young", stricter)["gov_host.web"]?.status == .fail)
    #expect(
      findings("hosts_are_young", stricter)["gov_host.web"]?.message
        == "web is 8 years old, limit 5")
    #expect(stricter.benchmarks.first?.score.loosened == 0)
  }

  @Test func aBenchmarkThatAsksForLessSaysSoBesideTheScore() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov-own@1.0", "gov@1.0"]
    let report = try GovernedLaboratory.run(decisions).report
    #expect(report.benchmarks.map(\.score.loosened) == [1, 0])
    // Only the control of level 2 asks for less; the other one asks for more.
    let own = try #require(report.benchmarks.first)
    let levels = own.breakdowns.filter { $0.kind == .level }
    #expect(levels.map(\.score.loosened) == [0, 1])
  }

  @Test(arguments: [
    (", accounts: [\"222222222222\"]", Status.pass), (", accounts: [\"111111111111\"]", .fail),
    (", regions: [us-*]", .pass), (", regions: [eu-central-1]", .fail),
    (", tags: {env: test}", .pass), (", tags: {env: prod}", .fail),
    (", tags: {env: [prod, te*]}", .pass), (", tags: {env: [prod, lab]}", .fail),
    (", units: [lab/**]", .pass), (", units: [prod]", .fail),
    (", accounts: [\"222222222222\"], regions: [eu-central-1]", .fail),
  ])
  func aScopeChoosesResources(_ scope: String, _ status: Status) throws {
    let report = try report(
      entry("20", scope),
      more: #"accounts: {"111111111111": {unit: prod}, "222222222222": {unit: lab/x}}"#)
    #expect(findings("hosts_are_young", report)["gov_host.db"]?.status == status)
    #expect(findings("hosts_are_young", report)["gov_host.web"]?.status == .pass)
  }

  @Test func theLastThatMatchesCounts() throws {
    let report = try report(
      entry("20") + entry("11", ", accounts: [\"222222222222\"]")
        + entry("30", ", accounts: [\"1*\"]"))
    let db = try #require(findings("hosts_are_young", report)["gov_host.db"])
    #expect(db.status == .fail && db.deviations.map(\.value) == ["11"])
    #expect(findings("hosts_are_young", report)["gov_host.web"]?.deviations.map(\.value) == ["30"])
  }

  @Test func anAccountWithoutAUnitIsUndecidedWhereTheValuesDisagree() throws {
    // Nobody says in which unit the accounts are: 12 years pass by 20 and not by 10.
    let report = try report(entry("20", ", units: [lab]"))
    let db = try #require(findings("hosts_are_young", report)["gov_host.db"])
    #expect(db.status == .unknown)
    #expect(
      db.causes.map(\.cause.detail) == [
        "no organizational unit is given for the account 222222222222"
      ])
    // 8 years pass by both.
    let web = try #require(findings("hosts_are_young", report)["gov_host.web"])
    #expect(web.status == .pass && web.deviations.isEmpty)
  }

  @Test func whatIsUndecidedByEveryValueKeepsItsCauses() throws {
    let report = try report(entry("20", ", accounts: [\"111111111111\"]"))
    let new = try #require(findings("hosts_are_young", report)["gov_host.new"])
    #expect(new.status == .unknown)
    #expect(new.causes.map(\.cause.kind) == [.knownAfterApply])
  }

  @Test func eachBenchmarkKeepsItsOwnValueToCompareWith() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov@1.0", "gov@2.0"]
    decisions.configuration = "parameters:\n\(entry("7"))"
    let report = try GovernedLaboratory.run(decisions).report
    let rules = report.rules.indices.filter { report.rules[$0].name == "hosts_are_young" }
    #expect(rules.count == 2)
    let strictness = rules.map { rule in
      report.findings.first { $0.rule == rule }?.deviations.map(\.strictness)
    }
    #expect(strictness == [[.stricter], [.looser]])
    #expect(report.benchmarks.map(\.score.loosened) == [0, 1])
  }

  @Test(arguments: [
    ("{rule: hosts_are_yonug, with: {limit: \"1\"}, reason: x}", ["unknown-rule"]),
    ("{rule: hosts_are_young, with: {limti: \"1\"}, reason: x}", ["unknown-parameter"]),
    ("{rule: hosts_are_young, with: {limit: \"101\"}, reason: x}", ["parameter-out-of-bounds"]),
    ("{rule: hosts_are_young, with: {limit: 90d}, reason: x}", ["type-mismatch"]),
    ("{rule: hosts_are_young, with: {limit: \"1\"}}", ["missing-yaml-key"]),
    ("{rule: hosts_are_young, reason: x}", ["missing-yaml-key"]),
    (
      "{rule: hosts_are_young, with: {limit: \"1\"}, reason: x, account: [a]}", ["unknown-yaml-key"]
    ),
    ("{rule: gov/hosts_are_young, with: {limit: \"1\"}, reason: x}", []),
  ])
  func valuesAreCheckedLikeThoseOfBenchmarks(_ entry: String, _ ids: [String]) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.configuration = "parameters: [\(entry)]"
    #expect(try GovernedLaboratory.attempt(decisions).problems == ids)
  }

  @Test(arguments: [
    ("input: []", ["unknown-yaml-key"]), ("inputs: plan.json", ["wrong-yaml-kind"]),
    ("waiver_limits: {longest: long}", ["wrong-yaml-kind"]),
    ("waiver_limits: {most_findings: 0}", ["wrong-yaml-kind"]),
    ("accounts: {\"1\": {ou: x}}", ["unknown-yaml-key"]),
    ("profiles: {level-1: {}}", ["wrong-yaml-kind"]),
    ("profiles: {\"a,b\": {}}", ["wrong-yaml-kind"]),
    ("profiles: {ours: {level: 3}}", ["wrong-yaml-kind"]),
    ("profiles: {ours: {assessment: manual}}", ["wrong-yaml-kind"]),
    ("profiles: {ours: {sections: [\"9\"]}}", ["unknown-section"]),
    ("profiles: {ours: {exclude: [{control: ports}]}}", ["missing-yaml-key"]),
    ("profiles: {ours: {exclude: [{control: potrs, reason: x}]}}", ["unknown-control"]),
    ("profiles: {ours: {severities: {ports_are_closed: worst}}}", ["wrong-yaml-kind"]),
    ("profiles: {ours: {severities: {ports_are_closde: low}}}", ["unknown-rule"]),
    ("[]", ["wrong-yaml-kind"]),
  ])
  func aConfigurationIsReadStrictly(_ text: String, _ ids: [String]) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.configuration = text
    #expect(try GovernedLaboratory.attempt(decisions).problems == ids)
  }
}
