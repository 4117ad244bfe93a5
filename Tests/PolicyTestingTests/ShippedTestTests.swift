import PolicyTesting
import TestSupport
import Testing

@Suite struct ShippedTestTests {
  @Test func everyCaseOfTheShippedPacksPasses() async throws {
    let suite = try ShippedSuite()
    let report = await suite.runner.run()
    #expect(
      report.hasPassed, "\(TestTextReporter.render(report, sources: suite.packs.sources))")
  }

  /// Every rule that ships is shown to pass, to fail and to say that it does not know.
  @Test func everyShippedRuleGivesEveryStatus() async throws {
    let suite = try ShippedSuite()
    let coverage = CoverageReport(measuring: await suite.runner.run())
    let tally = coverage.tally(of: .outcomes)
    #expect(
      tally.met == tally.total,
      "\(CoverageReporter.text(coverage, sources: suite.packs.sources))")
  }
}
