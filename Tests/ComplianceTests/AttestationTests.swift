import Compliance
import Pipelines
import PolicyIR
import PolicyPacks
import TestSupport
import Testing

@Suite struct AttestationTests {
  private func statement(
    _ control: String, until: String = "2026-12-31", stated: String = "2025-12-31",
    by author: String = "kim"
  ) -> String {
    """
      - {control: \(control), statement: It is so., evidence: [a, b], by: \(author), \
    stated: \(stated), valid_until: \(until)}

    """
  }

  private func status(
    _ attestations: String, now: String = "2026-01-01T12:00:00Z", control: String = "2.2"
  ) throws -> ControlReport {
    var decisions = GovernedLaboratory.Decisions()
    decisions.attestations = attestations
    decisions.now = now
    let report = try GovernedLaboratory.run(decisions).report
    return try #require(
      report.benchmarks.flatMap(\.controls).first { $0.control.id == control })
  }

  @Test func aManualControlIsAttestedWhileAnAttestationHolds() throws {
    #expect(try status("").status == .manual)
    #expect(try status(statement("drills")).status == .attested)
    #expect(try status(statement("\"2.2\", benchmark: gov@1.0")).status == .attested)
    #expect(try status(statement("helpers")).status == .manual)
  }

  @Test(arguments: [
    ("2026-12-31T23:59:59Z", ControlStatus.attested), ("2027-01-01T00:00:00Z", .manual),
    ("2025-12-31T00:00:00Z", .attested), ("2025-12-30T23:59:59Z", .manual),
  ])
  func anAttestationHoldsToTheEndOfItsLastDay(_ now: String, _ expected: ControlStatus) throws {
    let report = try status(statement("drills"), now: now)
    #expect(report.status == expected)
    #expect(report.attestation?.isValid == (expected == .attested))
  }

  @Test func ofSeveralTheOneThatHoldsLongestCounts() throws {
    let report = try status(
      statement("drills", until: "2025-12-31", by: "old")
        + statement("drills", until: "2026-06-30", by: "newer")
        + statement("drills", until: "2026-03-31", by: "new")
        + statement("drills", until: "2027-06-30", stated: "2026-06-30", by: "future"))
    #expect(report.attestation?.attestation.author == "newer")
  }

  @Test func anAttestationNeverHidesWhatARuleSays() throws {
    // The rule of this control fails.
    let report = try status(statement("helpers"), control: "2.3")
    #expect(report.status == .fail)
    #expect(report.attestation?.isValid == true)
  }

  @Test(arguments: [
    (true, false, [ControlStatus.manual, .pass, .manual]),
    (true, true, [.attested, .pass, .attested]),
    (false, false, [.unknown, .unknown, .manual]),
    (false, true, [.attested, .attested, .attested]),
  ])
  func rulesThatFindNothingWrongDecideOnlyWhatIsTheirs(
    _ areKnown: Bool, _ isAttested: Bool, _ expected: [ControlStatus]
  ) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov-people@3.0"]
    if isAttested {
      decisions.attestations = ["helpers", "guests", "drills"].map { statement($0) }.joined()
    }
    let (run, _) = try GovernedLaboratory.attempt(
      decisions, inputs: [GovernedLaboratory.people(areKnown: areKnown)])
    let benchmark = try #require(run?.report.benchmarks.first)
    #expect(benchmark.controls.map(\.status) == expected)
    // What the rules say is there to be seen in any case.
    #expect(benchmark.controls[0].counts.total == 1)
    #expect(benchmark.score.counted == 0)
  }

  @Test(arguments: [("helpers", Verdict.undecided), ("helpers, guests", .clean)])
  func whatIsUndecidedCountsUntilAllItsControlsAreAttested(
    _ controls: String, _ verdict: Verdict
  ) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov-people@3.0"]
    decisions.failOn = "fail,unknown"
    decisions.attestations = controls.split(separator: ", ").map { statement(String($0)) }.joined()
    let (run, _) = try GovernedLaboratory.attempt(
      decisions, inputs: [GovernedLaboratory.people(areKnown: false)])
    let report = try #require(run?.report)
    #expect(report.verdict == verdict)
    #expect(report.findings.map(\.status) == [.unknown])
    #expect(report.findings.map(\.disposition) == [verdict == .clean ? .attested : .active])
    #expect(report.attestedCount == (verdict == .clean ? 1 : 0))
  }

  @Test func aPartThatFailsIsAFailureOfTheWhole() throws {
    #expect(ControlStatus.fail.ofPart == .fail)
    #expect(ControlStatus.unknown.ofPart == .unknown)
    let rest: [ControlStatus] = [.pass, .notApplicable, .noResources]
    #expect(rest.allSatisfy { $0.ofPart == .manual })
  }

  @Test(arguments: [
    ("ports", ["attestation-of-automated"]), ("drlils", ["unknown-control"]),
    ("\"2.2\"", ["control-without-version"]),
    ("drills, until: 2026-01-01", ["unknown-yaml-key"]),
  ])
  func attestationsAreReadStrictly(_ control: String, _ ids: [String]) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.attestations = statement(control)
    #expect(try GovernedLaboratory.attempt(decisions).problems == ids)
  }

  @Test func anAttestationCannotEndBeforeItWasStated() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.attestations = statement("drills", until: "2025-01-01")
    #expect(try GovernedLaboratory.attempt(decisions).problems == ["wrong-yaml-kind"])
  }
}
