import Foundation
import Pipelines
import TestSupport
import Testing

/// Reports as they are written, held against files.
///
/// `CISPOL_UPDATE=1` rewrites the files and fails.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases")

  /// What is rendered.
  enum Case: String, CaseIterable {
    case mixedText = "mixed.txt"
    case mixedVerbose = "mixed-verbose.txt"
    case mixedColoured = "mixed-coloured.txt"
    case mixedJSON = "mixed.json"
    case mixedAllJSON = "mixed-all.json"
    case looseText = "loose.txt"
    case emptyText = "empty.txt"
    case severalText = "several.txt"
    case governedText = "governed.txt"
    case governedVerbose = "governed-verbose.txt"
    case governedJSON = "governed.json"
    case versionsText = "versions.txt"
    case proofText = "proof.txt"
    case proofJSON = "proof.json"
  }

  @Test(arguments: Case.allCases)
  func aReportIsWrittenAsItsFileSays(_ which: Case) throws {
    let actual = try text(which)
    let file = Self.folder.appending(path: which.rawValue)
    if ProcessInfo.processInfo.environment["CISPOL_UPDATE"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(which.rawValue) was rewritten")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected)
  }

  @Test func reportsAreTheSameEveryTime() throws {
    for which in Case.allCases { #expect(try text(which) == text(which)) }
  }

  @Test func everyMemberOfAReportIsInTheSchema() throws {
    let schema = try #require(ProjectFiles.text("docs/report.schema.json"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any])
    for which in [Case.mixedAllJSON, .governedJSON] {
      let report = try JSONSerialization.jsonObject(with: Data(text(which).utf8))
      #expect(SchemaCheck(root: root).problems(of: report, in: root, at: "$") == [])
    }
  }

  private func text(_ which: Case) throws -> String {
    var options = RenderOptions()
    options.argumentsToExplain = " --input plan.json"
    switch which {
    case .mixedText: return try render(try Laboratory.run([Laboratory.mixed]), .text, options)
    case .mixedVerbose:
      options.isVerbose = true
      options.showsAll = true
      return try render(try Laboratory.run([Laboratory.mixed]), .text, options)
    case .mixedColoured:
      options.isColoured = true
      return try render(try Laboratory.run([Laboratory.mixed]), .text, options)
    case .mixedJSON: return try render(try Laboratory.run([Laboratory.mixed]), .json, options)
    case .mixedAllJSON:
      options.showsAll = true
      options.isVerbose = true
      return try render(try Laboratory.run([Laboratory.mixed]), .json, options)
    case .looseText:
      options.argumentsToExplain = " --input plan.json --pack lab"
      let run = try Laboratory.run([Laboratory.mixed], hasBenchmark: false)
      return try render(run, .text, options)
    case .emptyText: return try render(try Laboratory.run([Laboratory.plan([])]), .text, options)
    case .severalText:
      return try render(
        try Laboratory.run([Laboratory.mixed, Laboratory.good]), .text, options)
    case .governedText: return try render(try governed(), .text, options)
    case .governedVerbose:
      options.isVerbose = true
      options.showsAll = true
      return try render(try governed(), .text, options)
    case .governedJSON: return try render(try governed(), .json, options)
    case .versionsText:
      var decisions = GovernedLaboratory.Decisions()
      decisions.benchmarks = ["gov@1.0", "gov@2.0"]
      return try render(try GovernedLaboratory.run(decisions), .text, options)
    case .proofText: return try proof(.text)
    case .proofJSON: return try proof(.json)
    }
  }

  /// A run with everything that people may decide.
  private func governed() throws -> EvaluatedRun {
    var decisions = GovernedLaboratory.Decisions()
    decisions.profile = "ours"
    decisions.configuration = """
      accounts:
        "111111111111": {name: production, unit: prod}
        "222222222222": {name: laboratory, unit: lab}
      waiver_limits: {most_findings: 1}
      profiles:
        ours:
          level: 2
          exclude:
            - {control: helpers, reason: Nobody helps.}
          severities:
            users_are_plain: critical
      parameters:
        - rule: hosts_are_young
          with: {limit: "20"}
          units: [lab]
          reason: The laboratory grows old.
      """
    decisions.waivers = """
        - id: port
          rule: ports_are_closed
          elements: ["22"]
          reason: People sign in there.
          owner: kim
          ticket: T-1
          granted: 2025-12-01
          expires: 2026-06-30
        - id: late
          control: users
          resources: [{address: gov_host.web}]
          reason: Until the move.
          owner: sam
          granted: 2025-06-01
          expires: 2025-12-31
      """
    decisions.attestations = """
        - control: drills
          statement: The drill of autumn went well.
          evidence: ["https://wiki.example/drills"]
          by: kim
          stated: 2025-11-01
          valid_until: 2026-10-31
      """
    return try GovernedLaboratory.run(decisions)
  }

  private func render(
    _ run: EvaluatedRun, _ format: ReportFormat, _ options: RenderOptions
  ) throws -> String {
    let collected = Collected()
    run.render(as: format, options) { collected.bytes += $0 }
    return try #require(String(validating: collected.bytes, as: UTF8.self))
  }

  private func proof(_ format: ReportFormat) throws -> String {
    var pipeline = ExplainPipeline()
    let explained = try pipeline.run(
      try Laboratory.request([Laboratory.mixed]),
      .rule("buckets_are_private", resource: "lab_bucket.bad"))
    let collected = Collected()
    pipeline.render(explained, as: format, isColoured: false) { collected.bytes += $0 }
    return try #require(String(validating: collected.bytes, as: UTF8.self))
  }
}
