import Foundation
import Testing

/// The configuration of a project, as the program finds it.
@Suite struct ConfigurationTests {
  private static let now = ["--now", Program.instant]

  private static func check(_ arguments: String...) throws -> Program.Result {
    try Program.run(["check"] + arguments + now)
  }

  @Test func whatItSaysIsUsedWhereTheCommandLineSaysNothing() throws {
    let folder = try Folder([
      "cispol.yaml": """
      inputs: [\(Program.plan)]
      benchmarks: [cis-aws-foundations@1.2.0]
      profile: level-1
      fail_on: never
      """
    ])
    let config = folder.file("cispol.yaml").path
    let configured = try Self.check("--config", config)
    #expect(configured.code == 0)
    #expect(configured.output.contains("Benchmark 1.2.0  profile level-1"))
    let given = try Self.check(
      "--config", config, "--benchmark", "cis-aws-foundations@1.3.0", "--profile", "level-2",
      "--fail-on", "fail")
    #expect(given.code == 1)
    #expect(given.output.contains("Benchmark 1.3.0  profile level-2"))
  }

  @Test func pathsAreSeenFromItsFolder() throws {
    let folder = try Folder([
      "project/cispol.yaml": "waivers: [more/waivers.yaml]\n",
      "project/more/waivers.yaml": """
      waivers:
        - id: lab
          rule: vpc_flow_logs_enabled
          resources: [{address: aws_vpc.lab}]
          reason: Because.
          owner: kim
          granted: 2025-12-01
          expires: 2026-01-31
      """,
    ])
    let result = try Self.check(
      "--input", Program.plan, "--benchmark", "cis-aws-foundations@1.4.0", "--config",
      folder.file("project/cispol.yaml").path)
    #expect(result.code == 1)
    #expect(result.output.contains("waived until 2026-01-31 by lab: Because."))
  }

  @Test func aMistakeInItEndsTheRunWithItsPlace() throws {
    let folder = try Folder(["own.yaml": "benchmark: [x]\n"])
    let result = try Self.check("--config", folder.file("own.yaml").path, "--input", Program.plan)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.problems.contains("error[unknown-yaml-key]"))
    #expect(result.problems.contains("own.yaml:1:1"))
  }

  /// Each could be taken for everything, or for what it is not.
  @Test(arguments: [
    ("inputs: []\n", "expected at least one"), ("packs: []\n", "expected at least one"),
    ("benchmarks: []\n", "expected at least one"), ("inputs: [\" \"]\n", "and not only blanks"),
    ("waiver_limits: {longest: -5d}\n", "expected a duration above 0"),
    ("waiver_limits: {longest: 0d}\n", "expected a duration above 0"),
    (
      "parameters: [{rule: access_keys_rotated, with: {}, reason: r}]\n",
      "expected at least one parameter"
    ),
    (
      "parameters: [{rule: access_keys_rotated, with: {max_age: 30d}, reason: \"  \"}]\n",
      "expected text, and not only blanks"
    ),
  ])
  func whatSaysNothingIsAnError(_ text: String, _ problem: String) throws {
    let folder = try Folder(["cispol.yaml": text])
    let result = try Self.check("--config", folder.file("cispol.yaml").path)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.problems.contains(problem), "\(result.problems)")
  }

  @Test(arguments: [" ", "\\t\\n", "\\u00A0", "\\u200B"])
  func aWaiverWithoutAReasonIsNone(_ reason: String) throws {
    let folder = try Folder([
      "w.yaml": """
      waivers:
        - {id: w, rule: vpc_flow_logs_enabled, reason: "\(reason)", owner: o,
           granted: 2026-01-01, expires: 2026-01-31}
      """
    ])
    let result = try Self.check(
      "--no-config", "--input", Program.plan, "--waivers", folder.file("w.yaml").path)
    #expect(result.code == 2)
    #expect(result.problems.contains("expected text, and not only blanks"), "\(result.problems)")
  }

  @Test func aFileThatIsNamedMustBeThere() throws {
    let result = try Self.check("--config", "/nowhere/cispol.yaml", "--input", Program.plan)
    #expect(result.code == 2)
    #expect(result.problems.contains("the configuration `/nowhere/cispol.yaml` cannot be read"))
    #expect(try Self.check("--waivers", "/nowhere.yaml", "--input", Program.plan).code == 2)
    #expect(try Self.check("--attestations", "/nowhere.yaml", "--input", Program.plan).code == 2)
    #expect(try Self.check("--no-config", "--config", "x.yaml").code == 2)
  }

  @Test func conditionsThatMeanNothingAreNamedAsTheirKey() throws {
    let folder = try Folder(["cispol.yaml": "fail_on: sometimes\n"])
    let result = try Self.check("--config", folder.file("cispol.yaml").path)
    #expect(result.code == 2)
    #expect(result.problems.contains("fail_on: `sometimes` is not"))
  }
}
