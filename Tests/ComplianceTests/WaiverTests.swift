import Compliance
import Pipelines
import PolicyIR
import PolicyPacks
import ResourceModel
import SourceText
import TestSupport
import Testing

@Suite struct WaiverTests {
  private static let times = "granted: 2025-12-01, expires: 2026-06-30"

  private func report(
    _ waivers: String, now: String = "2026-01-01T12:00:00Z", configuration: String = "{}"
  ) throws -> Report {
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waivers
    decisions.now = now
    decisions.configuration = configuration
    return try GovernedLaboratory.run(decisions).report
  }

  private func waiver(
    _ id: String, _ rest: String, times: String = WaiverTests.times
  ) -> String {
    "  - {id: \(id), \(rest), reason: Because., owner: kim, \(times)}\n"
  }

  private func finding(_ rule: String, _ name: String, _ report: Report) throws -> Finding {
    try #require(
      report.findings.first {
        report.rules[$0.rule].name == rule && $0.resource.address == "gov_host.\(name)"
      })
  }

  private func notices(_ report: Report) -> [[String]] {
    report.waivers.map { $0.notices.map(\.word) }
  }

  @Test func aWaiverChangesTheDispositionAndNothingElse() throws {
    let before = try report("")
    let after = try report(
      waiver("w", "rule: ports_are_closed, resources: [{address: gov_host.web}]"))
    let web = try finding("ports_are_closed", "web", after)
    #expect(web.status == .fail && web.disposition == .waived && web.waivers == [0])
    #expect(try finding("ports_are_closed", "db", after).disposition == .active)
    #expect(before.findings.map(\.status) == after.findings.map(\.status))
    #expect(before.findings.map(\.fingerprint) == after.findings.map(\.fingerprint))
    #expect(before.benchmarks.map(\.score) == after.benchmarks.map(\.score))
    #expect(
      before.benchmarks.flatMap(\.controls).map(\.status)
        == after.benchmarks.flatMap(\.controls).map(\.status))
    #expect(after.waivedCount == 1)
    #expect(after.waivers.map(\.findingCount) == [1])
    #expect(notices(after) == [[]])
  }

  @Test func waivedFindingsDoNotMakeARunFail() throws {
    #expect(try report("").verdict == .failed)
    let all = ["ports_are_closed", "users_are_plain", "hosts_are_young"].enumerated().map {
      waiver("w\($0.offset)", "rule: \($0.element), resources: [{type: gov.*}]")
    }
    #expect(try report(all.joined()).verdict == .clean)
    #expect(try report(all.dropLast().joined()).verdict == .failed)
  }

  @Test(arguments: [
    ("{address: \"gov_host.w*\"}", ["web"]), ("{id: db}", ["db"]),
    ("{type: gov.Host}", ["web", "db"]),
    ("{type: gov.Account}", []), ("{accounts: [\"2*\"]}", ["db"]), ("{regions: [eu-*]}", ["web"]),
    ("{tags: {env: prod}}", ["web"]), ("{tags: {env: \"*\"}}", ["web", "db"]),
    ("{tags: {team: \"*\"}}", []), ("{address: gov_host.web, regions: [us-*]}", []),
    ("{address: gov_host.web}, {address: gov_host.db}", ["web", "db"]),
    ("{units: [lab/*]}", ["db"]),
  ])
  func patternsChooseResources(_ patterns: String, _ names: [String]) throws {
    let report = try report(
      waiver("w", "rule: ports_are_closed, resources: [\(patterns)]"),
      configuration: #"accounts: {"111111111111": {unit: prod}, "222222222222": {unit: lab/x}}"#)
    let waived = report.findings.filter { $0.disposition == .waived }.map(\.resource.name)
    #expect(waived == names.map { "gov_host.\($0)" })
  }

  @Test func whatCannotBeToldIsNotWaived() throws {
    let report = try report(
      waiver(
        "w", "rule: hosts_are_young, statuses: [fail, unknown], resources: [{accounts: [\"*\"]}]"))
    #expect(try finding("hosts_are_young", "new", report).disposition == .active)
    #expect(try finding("hosts_are_young", "db", report).disposition == .waived)
    #expect(notices(report) == [["whole_subject", "undecided"]])
  }

  @Test func unknownIsWaivedOnlyWhereAWaiverSaysSo() throws {
    let rest = "rule: hosts_are_young, resources: [{address: gov_host.new}]"
    let unasked = try report(waiver("w", rest))
    #expect(try finding("hosts_are_young", "new", unasked).disposition == .active)
    let asked = try report(waiver("w", rest + ", statuses: [unknown]"))
    #expect(try finding("hosts_are_young", "new", asked).disposition == .waived)
    #expect(try finding("hosts_are_young", "new", asked).status == .unknown)
  }

  @Test func aFailureByOneMoreElementThanWaivedStaysActive() throws {
    let report = try report(waiver("w", "rule: ports_are_closed, elements: [\"22\"]"))
    let web = try finding("ports_are_closed", "web", report)
    #expect(web.disposition == .active)
    #expect(web.elements.map(\.text) == ["22", "3389"])
    #expect(web.elements.map(\.waiver) == [0, nil])
    let db = try finding("ports_are_closed", "db", report)
    #expect(db.disposition == .waived)
    #expect(db.elements.map(\.text) == ["22"])
    #expect(db.elements.map(\.waiver) == [0])
  }

  @Test func severalWaiversMayCoverTheElementsTogether() throws {
    let report = try report(
      waiver("a", "rule: ports_are_closed, elements: [\"22\"]")
        + waiver("b", "rule: ports_are_closed, elements: [\"33*\"]"))
    let web = try finding("ports_are_closed", "web", report)
    #expect(web.disposition == .waived && web.waivers == [0, 1])
  }

  @Test(arguments: [
    ("{name: kim}", Finding.Disposition.waived), ("{role: ad*, name: k*}", .waived),
    ("{name: sam}", .active), ("{nmae: kim}", .active),
  ])
  func elementsThatAreStructuresMatchByAttribute(
    _ pattern: String, _ disposition: Finding.Disposition
  ) throws {
    let report = try report(waiver("w", "rule: users_are_plain, elements: [\(pattern)]"))
    #expect(try finding("users_are_plain", "web", report).disposition == disposition)
  }

  /// Of a graph only what rules read is kept, but a waiver may name an attribute that none reads.
  @Test(arguments: [
    ("{name: kim}", Finding.Disposition.waived), ("{name: sam}", .active), ("\"*kim*\"", .waived),
  ])
  func elementsOfGraphsMatchByAttributesThatNoRuleReads(
    _ pattern: String, _ disposition: Finding.Disposition
  ) throws {
    let graph = InputFile(
      name: "graph.json",
      bytes: Array(
        """
        {"cispol_graph": 1, "resources": [{"type": "gov.Host",
        "account": "111111111111", "region": "eu-central-1", "attributes": {"name": "web",
        "tags": {}, "open": [], "age": 1, "users": [{"name": "kim", "role": "admin"}]}}]}
        """.utf8))
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waiver("w", "rule: users_are_plain, elements: [\(pattern)]")
    let report = try GovernedLaboratory.run(decisions, inputs: [graph]).report
    let finding = report.findings.first { report.rules[$0.rule].name == "users_are_plain" }
    #expect(finding?.disposition == disposition)
  }

  /// The words that stand for it in messages are no text of it.
  @Test(arguments: [
    ("{name: \"*known*\"}", Finding.Disposition.active, [["undecided"]]),
    ("{name: \"*known*\", role: guest}", .active, [["unused"]]),
    ("{name: \"*\", role: admin}", .waived, [[]]),
  ])
  func whatIsNotKnownOfAnElementMatchesNoPattern(
    _ pattern: String, _ disposition: Finding.Disposition, _ words: [[String]]
  ) throws {
    let graph = InputFile(
      name: "graph.json",
      bytes: Array(
        """
        {"cispol_graph": 1, "resources": [{"type": "gov.Host",
        "account": "111111111111", "region": "eu-central-1", "attributes": {"name": "web",
        "users": [{"name": {"$unknown": "redacted"}, "role": "admin"}]}}]}
        """.utf8))
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waiver("w", "rule: users_are_plain, elements: [\(pattern)]")
    let report = try GovernedLaboratory.run(decisions, inputs: [graph]).report
    let finding = report.findings.first { report.rules[$0.rule].name == "users_are_plain" }
    #expect(finding?.status == .fail && finding?.disposition == disposition)
    #expect(notices(report) == words)
  }

  @Test func aFailureWithoutElementsIsNotWaivedByElement() throws {
    let report = try report(waiver("w", "rule: hosts_are_young, elements: [\"*\"]"))
    #expect(try finding("hosts_are_young", "db", report).disposition == .active)
    #expect(notices(report) == [["whole_subject", "undecided"]])
  }

  @Test(arguments: [
    ("2026-06-30T23:59:59Z", true), ("2026-07-01T00:00:00Z", false),
    ("2025-12-01T00:00:00Z", true), ("2025-11-30T23:59:59Z", false),
  ])
  func aWaiverHoldsToTheEndOfItsLastDay(_ now: String, _ holds: Bool) throws {
    let report = try report(
      waiver("w", "rule: ports_are_closed, resources: [{id: web}]"), now: now)
    #expect(
      try finding("ports_are_closed", "web", report).disposition == (holds ? .waived : .active))
  }

  @Test func aWaiverThatExpiredReopensItsFindingAndSaysSo() throws {
    let report = try report(
      waiver(
        "w", "rule: ports_are_closed, resources: [{id: web}]",
        times: "granted: 2025-06-01, expires: 2025-12-31"))
    #expect(try finding("ports_are_closed", "web", report).disposition == .active)
    #expect(report.waivers.first?.notices == [.expired(findings: 1)])
    #expect(report.verdict == .failed)
  }

  @Test func aWaiverThatHoldsNotYetSaysSo() throws {
    let report = try report(
      waiver(
        "w", "rule: ports_are_closed, resources: [{id: web}]",
        times: "granted: 2026-02-01, expires: 2026-03-01"))
    #expect(report.waivers.first?.notices == [.future(findings: 1)])
  }

  @Test func waiversThatDoNothingOrTooMuchAreNamed() throws {
    let report = try report(
      waiver("first", "rule: ports_are_closed, resources: [{id: web}, {id: db}]")
        + waiver("second", "rule: ports_are_closed, resources: [{id: web}]")
        + waiver("third", "rule: ports_are_closed, elements: [\"22\"]")
        + waiver("gone", "rule: ports_are_closed, resources: [{id: gone}]")
        + waiver("whole", "rule: users_are_plain"),
      configuration: "waiver_limits: {most_findings: 1}")
    #expect(
      report.waivers.map(\.notices) == [
        [.tooBroad(findings: 2, limit: 1)], [.shadowed(by: "first")],
        [.shadowed(by: "first"), .tooBroad(findings: 2, limit: 1)], [.unused], [.wholeSubject],
      ])
  }

  @Test func aControlIsWaivedByItsSlugOrByIdAndVersion() throws {
    for subject in ["control: users", "control: \"2.1.1\", benchmark: gov@1.0"] {
      let report = try report(waiver("w", "\(subject), resources: [{id: web}]"))
      #expect(try finding("users_are_plain", "web", report).disposition == .waived)
    }
    let other = try report(waiver("w", "control: \"1.1\", benchmark: gov@2.0"))
    #expect(other.waivedCount == 0)
    #expect(notices(other) == [["not_evaluated", "whole_subject"]])
  }

  @Test(arguments: [
    ("rule: ports_are_closde", ["unknown-rule"]), ("control: potrs", ["unknown-control"]),
    ("control: \"1.1\"", ["control-without-version"]),
    ("control: \"1.1\", benchmark: gov", ["control-without-version"]),
    ("control: ports, benchmark: gvo", ["unknown-control"]),
    ("rule: ports_are_closed, control: ports", ["wrong-yaml-kind"]),
    ("ticket: T-1", ["missing-yaml-key"]),
    ("rule: ports_are_closed, resources: []", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, resources: [{}]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, resources: [{tags: {}}]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, resources: [{tags: {env: []}}]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, resources: [{tags: {env: {}}}]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, resources: [{accounts: []}]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, elements: []", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, elements: [{}]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, statuses: [pass]", ["wrong-yaml-kind"]),
    ("rule: ports_are_closed, resource: [{id: web}]", ["unknown-yaml-key"]),
  ])
  func waiversAreReadStrictly(_ rest: String, _ ids: [String]) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waiver("w", rest)
    #expect(try GovernedLaboratory.attempt(decisions).problems == ids)
  }

  @Test(arguments: [
    ("granted: 2025-12-01", ["missing-yaml-key"]),
    ("granted: 2025-12-01, expires: never", ["wrong-yaml-kind"]),
    ("granted: 2025-12-01, expires: \"2026-01-01T00:00:00Z\"", ["wrong-yaml-kind"]),
    ("granted: 2025-12-01, expires: 2026-02-30", ["wrong-yaml-kind"]),
    ("granted: 2025-12-01, expires: 2025-11-01", ["wrong-yaml-kind"]),
    ("granted: 2025-12-01, expires: 2026-12-02", []),
    ("granted: 2025-12-01, expires: 2026-12-03", ["waiver-too-long"]),
  ])
  func theLifeOfAWaiverIsLimited(_ times: String, _ ids: [String]) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waiver("w", "rule: ports_are_closed", times: times)
    #expect(try GovernedLaboratory.attempt(decisions).problems == ids)
  }

  @Test(arguments: [
    ("fail", Verdict.clean), ("waivers", .failed), ("unknown,waivers", .failed),
  ])
  func whatIsWrongWithWaiversCountsWhereThatIsAskedFor(
    _ failOn: String, _ verdict: Verdict
  ) throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov-people@3.0"]
    decisions.failOn = failOn
    decisions.waivers = waiver("w", "rule: users_are_plain")
    let (run, _) = try GovernedLaboratory.attempt(
      decisions, inputs: [GovernedLaboratory.people(areKnown: true)])
    let report = try #require(run?.report)
    #expect(report.waivers.map(\.isAtFault) == [true])
    #expect(report.waivers.first?.location.file == "waivers.yaml")
    #expect(report.verdict == verdict)
  }

  @Test func aWaiverOfWhatIsNotEvaluatedIsNoFault() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.benchmarks = ["gov@2.0"]
    decisions.waivers =
      waiver("a", "rule: users_are_plain, elements: [kim]")
      + waiver("b", "control: users, elements: [kim]")
      + waiver("c", "rule: ports_are_closed, elements: [\"9\"]")
    let report = try GovernedLaboratory.run(decisions).report
    #expect(report.waivers.map(\.notices) == [[.notEvaluated], [.notEvaluated], [.unused]])
    #expect(report.waivers.map(\.isAtFault) == [false, false, true])
  }

  @Test func aWaiverThatDoesNotHoldYetIsNoFault() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waiver(
      "w", "rule: ports_are_closed, elements: [\"22\"]",
      times: "granted: 2026-02-01, expires: 2026-03-01")
    let report = try GovernedLaboratory.run(decisions).report
    #expect(report.waivers.map(\.notices) == [[.future(findings: 2)]])
    #expect(report.waivers.map(\.isAtFault) == [false])
  }

  @Test func twoWaiversWithOneIdAreAnError() throws {
    var decisions = GovernedLaboratory.Decisions()
    decisions.waivers = waiver("w", "rule: ports_are_closed") + waiver("w", "rule: users_are_plain")
    #expect(try GovernedLaboratory.attempt(decisions).problems == ["duplicate-waiver"])
  }

  @Test(arguments: [
    (#"[{address: "*"}]"#, true), (#"[{address: "?*"}]"#, true), ("[{type: gov.Host}]", true),
    (#"[{address: "gov_host.w*"}]"#, false), (#"[{address: "gov_host.web"}, {id: "*"}]"#, true),
    (#"[{address: "??*"}]"#, false),
  ])
  func patternsThatFitEverythingLimitNothing(_ resources: String, _ isBroad: Bool) throws {
    let found = try notices(report(waiver("w", "rule: ports_are_closed, resources: \(resources)")))
    #expect(found.joined().contains("whole_subject") == isBroad)
  }
}
