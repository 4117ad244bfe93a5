import Diagnostics
import DomainValues
import Foundation
import PolicyIR
import PolicyTesting
import TestSupport
import Testing

/// The examples by which the language was designed.
@Suite struct WorkedExampleTests {
  private static let folder = "Tests/PolicyTestingTests/Cases"

  private static func check(_ bytes: [UInt8], isYAML: Bool = false) -> CheckedPolicy {
    CheckedPolicy(bytes, isYAML: isYAML, schema: "\(folder)/worked-schema.cispol")
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try #require(ProjectFiles.text("\(folder)/\(name)")).utf8)
  }

  @Test func theExamplesDoWhatTheirTestsSay() throws {
    let policy = Self.check(try Self.bytes("worked-rules.cispol"))
    #expect(policy.diagnostics.isEmpty, "\(policy.report)")
    let runner = TestRunner(
      program: policy.program, defaultInstant: try Timestamp.parse("2026-01-01")
    ) { _, _, _ in .problem("nothing is given") }
    let report = runner.run()
    #expect(
      report.hasPassed, "\(TestTextReporter.render(report, sources: policy.sources))")
    #expect(report.passed == 15)
  }

  @Test func theExampleInYAMLIsTheRuleThatItWouldBeInTheLanguage() throws {
    let yaml = Self.check(try Self.bytes("worked-rules.yaml"), isYAML: true)
    #expect(yaml.diagnostics.isEmpty, "\(yaml.report)")
    let text = """
      /// Somebody must answer for every production bucket.
      rule bucket_has_owner {
        for bucket in aws.s3.Bucket
        where bucket.tags["env"] == "prod"
        require bucket.tags["owner"] matches /^[a-z.]+@acme\\.example$/
          else "{bucket.name} names no owner"
        severity low
      }
      """
    let policy = Self.check([UInt8](text.utf8))
    #expect(policy.diagnostics.isEmpty, "\(policy.report)")
    #expect(yaml.program.rules.map(\.name) == ["bucket_has_owner"])
    let (first, second) = (yaml.program.rules[0], policy.program.rules[0])
    #expect(first.documentation == second.documentation && first.severity == second.severity)
    #expect(first.population == second.population && first.steps.count == second.steps.count)
  }
}
