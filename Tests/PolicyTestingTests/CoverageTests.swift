import PolicyTesting
import Testing

@Suite struct CoverageTests {
  private static let rule = """
    fn heavy(box: t.Box) -> Bool = box.weight > 5 or box.size > 100
    rule light {
      for box in t.Box
      where box.color == Red and not box.sealed
      require not heavy(box)
    }

    """

  private static func coverage(_ cases: String) throws -> (CoverageReport, TinySuite) {
    let suite = try TinySuite(rule + "test light {\n\(cases)\n}")
    return (CoverageReport(measuring: suite.runner.run()), suite)
  }

  private static func counts(_ report: CoverageReport) -> [[Int]] {
    CoverageKind.allCases.map { [report.tally(of: $0).met, report.tally(of: $0).total] }
  }

  @Test func withoutCasesNothingIsCovered() throws {
    let suite = try TinySuite(Self.rule)
    let report = CoverageReport(measuring: suite.runner.run())
    // A colour, a seal and a call in the rule; two comparisons in the function.
    #expect(Self.counts(report) == [[0, 4], [0, 10], [0, 6]])
  }

  @Test func oneCaseCoversExactlyWhatItReads() throws {
    let (report, suite) = try Self.coverage(
      "case \"a\" { t.Box { color: Red, sealed: false, weight: 5, size: 101 } expect fail }")
    // Statuses: fail. Branches: red, not sealed, heavy, weight not, size is. Boundaries: at, above.
    #expect(Self.counts(report) == [[1, 4], [5, 10], [2, 6]])
    #expect(
      CoverageReporter.text(report, sources: suite.sources) == """
        rule light (tiny.cispol:14)
          no case gives pass
          no case gives unknown
          no case gives not_applicable
          16:9 never false: `box.color == Red`
          16:34 never true: `box.sealed`
          17:15 never false: `heavy(box)`
        fn heavy (tiny.cispol:13)
          13:32 never true: `box.weight > 5`
          13:50 never false: `box.size > 100`
          13:32 never tried below the limit: `box.weight > 5`
          13:32 never tried above the limit: `box.weight > 5`
          13:50 never tried below the limit: `box.size > 100`
          13:50 never tried at the limit: `box.size > 100`

        outcomes: 25.0% (1 of 4)
        branches: 50.0% (5 of 10)
        boundaries: 33.3% (2 of 6)

        """)
  }

  @Test func casesAddUp() throws {
    let (report, _) = try Self.coverage(
      """
      case "a" { t.Box { color: Red, sealed: false, weight: 5, size: 101 } expect fail }
      case "b" { t.Box { color: Red, sealed: false, weight: 6 } expect fail }
      case "c" { t.Box { color: Red, sealed: false, weight: 4, size: 99 } expect pass }
      case "d" { t.Box { color: Red, sealed: false, weight: 4, size: 100 } expect pass }
      case "e" { t.Box { color: Green } expect not_applicable }
      case "f" { t.Box { color: Red, sealed: true } expect not_applicable }
      case "g" { t.Box { color: Red } expect unknown }
      """)
    #expect(Self.counts(report) == [[4, 4], [10, 10], [6, 6]])
    #expect(report.shortfalls(try CoverageThresholds(parsing: "outcomes=100,branches=100")) == [])
  }

  @Test func sizesAreNotTriedBelowZero() throws {
    let suite = try TinySuite(
      """
      rule stuck { for box in t.Box require box.stickers.count > 0 }
      test stuck { case "a" { t.Box { stickers: [] } expect fail } }
      """)
    let report = CoverageReport(measuring: suite.runner.run())
    #expect(Self.counts(report) == [[1, 3], [1, 2], [1, 2]])
  }

  @Test func coverageBelowItsThresholdIsNamed() throws {
    let (report, suite) = try Self.coverage(
      "case \"a\" { t.Box { color: Red, sealed: false, weight: 5, size: 101 } expect fail }")
    let thresholds = try CoverageThresholds(parsing: "outcomes=25,branches=51")
    #expect(report.shortfalls(thresholds) == [.branches])
    let json = CoverageReporter.json(report, sources: suite.sources, thresholds: thresholds)
    #expect(json.contains("\"branches\": {\"met\": 5, \"total\": 10, \"sufficient\": false}"))
    #expect(json.contains("\"outcomes\": {\"met\": 1, \"total\": 4, \"sufficient\": true}"))
  }

  @Test(arguments: [
    ("outcomes", CoverageThresholdError.malformed("outcomes")), ("", .malformed("")),
    ("lines=3", .unknownKind("lines")), ("outcomes=101", .outOfRange("101")),
    ("outcomes=-1", .outOfRange("-1")), ("outcomes=1,outcomes=2", .repeated(.outcomes)),
    ("outcomes=x", .malformed("outcomes=x")),
  ])
  func thresholdsThatMeanNothingAreErrors(_ text: String, _ error: CoverageThresholdError) {
    #expect(throws: error) { try CoverageThresholds(parsing: text) }
  }
}
