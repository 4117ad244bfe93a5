internal import Diagnostics
internal import DomainValues
package import Pipelines
package import PolicyLinter
internal import PolicyPacks
package import SourceText

/// A pack of a test, linted beside the one with the schema that all examples speak of.
package struct LintedFolder {
  /// What the linter says.
  package let report: LintReport

  /// The texts.
  package let sources: SourceMap

  /// Why there is no report.
  package struct Unusable: Error, CustomStringConvertible {
    package let description: String
  }

  /// What is in the pack file of a pack that has none of its own.
  private static let manifest = """
    pack: example
    version: 1.0.0
    title: Example
    requires:
      demo: 1.0.0

    """

  /// Lints the pack with `files`, by their paths, asking only the rules `rules`.
  ///
  /// - Throws: `Unusable` when the pack does not load.
  package init(_ files: [String: String], rules: Set<LintRuleID>?) throws {
    var pipeline = LintPipeline()
    do {
      report = try pipeline.run(try LintedFolder.request(files, rules: rules))
    } catch let failure as CheckFailure {
      throw Unusable(
        description: "\(failure)\n\(pipeline.diagnostics.report(in: pipeline.sources))")
    }
    sources = pipeline.sources
  }

  /// Returns the request to lint the pack with `files`, of which `waivers.yaml` is the project's.
  package static func request(
    _ files: [String: String], rules: Set<LintRuleID>?
  ) throws -> LintRequest {
    var check = CheckRequest(now: try Timestamp.parse("2026-01-01"))
    check.shipped = [try demo]
    var texts = files
    texts["pack.yaml"] = files["pack.yaml"] ?? manifest
    if let waivers = texts.removeValue(forKey: "waivers.yaml") {
      check.waivers = [PolicyFile(name: "waivers.yaml", bytes: Array(waivers.utf8))]
    }
    check.packs = [folder("example", texts)]
    var request = LintRequest(check)
    request.rules = rules
    return request
  }

  /// The pack with the schema.
  private static var demo: PackFolder {
    get throws {
      let schema = ProjectFiles.text("Tests/PolicyCheckerTests/Prelude/schema.cispol") ?? ""
      return folder(
        "demo",
        ["pack.yaml": "pack: demo\nversion: 1.0.0\ntitle: Demo\n", "schema.cispol": schema])
    }
  }

  private static func folder(_ name: String, _ files: [String: String]) -> PackFolder {
    PackFolder(
      name: name,
      files: files.sorted { $0.key < $1.key }.map {
        .init(path: $0.key, bytes: Array($0.value.utf8))
      })
  }

  /// Returns the remarks as `path:line: level rule`, without the folder of the pack.
  package var marks: [String] {
    report.remarks.map { remark in
      let place = sources.location(of: remark.primary)
      let path = place.file.hasPrefix("example/") ? String(place.file.dropFirst(8)) : place.file
      return "\(path):\(place.line): \(remark.level.rawValue) \(remark.rule.rawValue)"
    }.sorted()
  }
}
