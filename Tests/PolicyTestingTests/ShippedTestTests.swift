import PolicyTesting
import TestSupport
import Testing

@Suite struct ShippedTestTests {
  @Test func everyCaseOfTheShippedPacksPasses() throws {
    let suite = try ShippedSuite()
    let report = suite.runner.run()
    let hasPassed = report.hasPassed
    // A plain value, because a failing expectation prints what it is made of.
    #expect(hasPassed, "\(TestTextReporter.render(report, sources: suite.packs.sources))")
  }

  /// Every rule that ships is shown to pass, to fail and to say that it does not know.
  @Test func everyShippedRuleGivesEveryStatus() throws {
    let suite = try ShippedSuite()
    let coverage = CoverageReport(measuring: suite.runner.run())
    let tally = coverage.tally(of: .outcomes)
    let (met, total) = (tally.met, tally.total)
    #expect(
      met == total,
      "\(CoverageReporter.text(coverage, sources: suite.packs.sources))")
  }
}
