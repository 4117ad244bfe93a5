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
    let report = try JSONSerialization.jsonObject(with: Data(text(.mixedAllJSON).utf8))
    #expect(SchemaCheck(root: root).problems(of: report, in: root, at: "$") == [])
  }

  private func text(_ which: Case) throws -> String {
    var options = RenderOptions()
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
      options.packArguments = "--pack lab"
      let run = try Laboratory.run([Laboratory.mixed], hasBenchmark: false)
      return try render(run, .text, options)
    case .emptyText: return try render(try Laboratory.run([Laboratory.plan([])]), .text, options)
    case .severalText:
      return try render(
        try Laboratory.run([Laboratory.mixed, Laboratory.good]), .text, options)
    case .proofText: return try proof(.text)
    case .proofJSON: return try proof(.json)
    }
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

  /// The bytes that were handed over; a class because a closure adds to them.
  private final class Collected {
    var bytes: [UInt8] = []
  }
}
