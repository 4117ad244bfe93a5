import Foundation
import PolicyTesting
import TestSupport
import Testing

@Suite struct SurveyTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SURVEY"] != nil)) func survey() async throws {
    let suite = try ShippedSuite()
    let report = await suite.runner.run()
    let clock = ContinuousClock()
    print(TestTextReporter.render(report, sources: suite.packs.sources))
    print(CoverageReporter.text(CoverageReport(measuring: report), sources: suite.packs.sources))
    var mutation: MutationReport?
    let time = await clock.measure { mutation = await suite.runner.mutate() }
    print(MutationReporter.text(mutation!, sources: suite.packs.sources))
    print(time)
  }
}
