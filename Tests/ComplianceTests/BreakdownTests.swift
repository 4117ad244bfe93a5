import Compliance
import Pipelines
import PolicyPacks
import TestSupport
import Testing

@Suite struct BreakdownTests {
  private static let named = #"accounts: {"111111111111": {name: production}}"#

  /// Accounts in an organization, two of which are in units of one unit, and one in none.
  private static let organized = """
    accounts:
      "111111111111": {organization: o-config, unit: prod/shop}
      "222222222222": {organization: o-config, unit: prod/web}
      "333333333333": {organization: o-config}
    """

  /// Hosts of four accounts, of which the input shows that the first is in an organization, the
  /// second in none; of the others it shows nothing.
  private static let graph =
    """
    {"cispol_graph": 1, "complete": ["gov.Host"]}
    {"type": "gov.Organization", "attributes": {"id": "o-graph"}}
    {"type": "gov.Account", "account": "111111111111", "attributes": {"organization": "o-graph"}}
    {"type": "gov.Account", "account": "222222222222", "attributes": {"organization": null}}
    {"type": "gov.Host", "account": "111111111111", "region": "r1", "attributes": \
    {"name": "a", "open": [], "users": [], "age": 1}}
    {"type": "gov.Host", "account": "111111111111", "region": "r2", "attributes": \
    {"name": "b", "open": [22], "users": [], "age": 1}}
    {"type": "gov.Host", "account": "222222222222", "region": "r1", "attributes": \
    {"name": "c", "open": [], "users": [], "age": 50}}
    {"type": "gov.Host", "account": "333333333333", "region": "r1", "attributes": \
    {"name": "d", "open": [], "users": []}}
    {"type": "gov.Host", "account": "444444444444", "region": "r1", "attributes": \
    {"name": "e", "open": [], "users": [], "age": 1}}
    """

  private func breakdowns(
    _ kind: Breakdown.Kind, _ configuration: String = named,
    of graph: String? = nil
  ) throws -> [Breakdown] {
    var decisions = GovernedLaboratory.Decisions()
    decisions.configuration = configuration
    let input = graph.map { InputFile(name: "graph.json", bytes: Array($0.utf8)) }
    let run = try GovernedLaboratory.run(decisions, inputs: [input ?? GovernedLaboratory.plan])
    let report = try #require(run.report.benchmarks.first)
    return report.breakdowns.filter { $0.kind == kind }
  }

  private func numbers(_ breakdowns: [Breakdown]) -> [[Int]] {
    breakdowns.map {
      [$0.score.passed, $0.score.counted, $0.score.decided, $0.score.applicable]
    }
  }

  @Test func sectionsAndLevelsAreScoredForThemselves() throws {
    #expect(try breakdowns(.section).map(\.key) == ["1", "2"])
    // All controls fail; of the age of one host nothing is known. Manual controls do not count.
    #expect(try numbers(breakdowns(.section)) == [[0, 2, 5, 6], [0, 1, 3, 3]])
    #expect(try breakdowns(.level).map(\.key) == ["1", "2"])
    #expect(try numbers(breakdowns(.level)) == [[0, 2, 6, 6], [0, 1, 2, 3]])
  }

  @Test func accountsAndRegionsAreScoredByTheirOwnResources() throws {
    #expect(try breakdowns(.account).map(\.key) == ["111111111111", "222222222222"])
    #expect(try breakdowns(.account).map(\.title) == ["production", ""])
    // The host of account 111111111111 is young, with open ports and an administrator; that of 222222222222 is old,
    // with an open port.
    #expect(try numbers(breakdowns(.account)) == [[1, 3, 3, 3], [1, 3, 3, 3]])
    // The host without an account is in the region eu-central-1, and of unknown age.
    #expect(try breakdowns(.region).map(\.key) == ["eu-central-1", "us-east-1"])
    #expect(try numbers(breakdowns(.region)) == [[0, 3, 5, 6], [1, 3, 3, 3]])
    // Nobody says anything of organizations and units.
    #expect(try breakdowns(.organization).isEmpty)
    #expect(try breakdowns(.unit).isEmpty)
  }

  @Test func accountsLeadToTheirOrganizations() throws {
    let shown = try breakdowns(.organization, of: Self.graph)
    #expect(shown.map(\.key) == ["o-graph"])
    // One of the two hosts has an open port.
    #expect(numbers(shown) == [[2, 3, 6, 6]])
  }

  @Test func theConfigurationTellsOrganizationsThatTheInputDoesNotShow() throws {
    let all = try breakdowns(.organization, Self.organized, of: Self.graph)
    #expect(all.map(\.key) == ["o-config", "o-graph"])
    // The third account has a host of unknown age. That of the second is too old.
    #expect(numbers(all) == [[2, 3, 5, 6], [2, 3, 6, 6]])
  }

  @Test func unitsHoldWhatIsInTheirUnits() throws {
    let units = try breakdowns(.unit, Self.organized, of: Self.graph)
    #expect(units.map(\.key) == ["prod", "prod/shop", "prod/web"])
    #expect(numbers(units) == [[1, 3, 9, 9], [2, 3, 6, 6], [2, 3, 3, 3]])
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

  @Test func whatASourceCouldNotShowIsUnknownAtAllItsPlaces() throws {
    let denied = Self.graph.replacing(
      #""complete": ["gov.Host"]"#,
      with: #""missing": {"gov.Host": {"$unknown": "access_denied"}}"#)
    let whole = try numbers(breakdowns(.account, of: Self.graph))
    let open = try numbers(breakdowns(.account, of: denied))
    #expect(whole.map { $0[0] } != [0, 0, 0, 0])
    #expect(open.map { $0[0] } == [0, 0, 0, 0])
    #expect(zip(open, whole).allSatisfy { $0[3] > $1[3] && $0[2] == $1[2] })
  }
}
