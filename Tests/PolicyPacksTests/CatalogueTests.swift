import PolicyPacks
import Testing

/// The shipped benchmarks, held against the facts that they were made of.
@Suite(.enabled(if: Catalogue.folder != nil, "there is no catalogue of facts beside the checkout"))
struct CatalogueTests {
  /// Where a benchmark says something else than the catalogue, on purpose.
  private struct Deviation: Hashable {
    let version: String
    let id: String
    let field: String

    /// Why.
    let reason: String
  }

  private static let deviations = [
    Deviation(
      version: "1.1.0", id: "1.18", field: "assessment",
      reason: "scored, but only a person can say which two roles are meant")
  ]

  private let benchmarks: [Benchmark]

  init() throws { benchmarks = try ShippedBenchmarks.load() }

  @Test(arguments: ShippedBenchmarkTests.counts.keys.sorted())
  func aBenchmarkSaysWhatTheCatalogueSays(_ version: String) throws {
    let benchmark = try #require(benchmarks.first { "\($0.version)" == version })
    let entries = try Catalogue.entries(of: version)
    #expect(benchmark.controls.map(\.id) == entries.map { $0.text("id") })
    var unused = Self.deviations.filter { $0.version == version }
    for (control, entry) in zip(benchmark.controls, entries) {
      for (field, ours, theirs) in Self.fields(of: control, entry) where ours != theirs {
        let index = unused.firstIndex { $0.id == control.id && $0.field == field }
        guard let index else {
          Issue.record("\(version) \(control.id): \(field) is \(ours), and \(theirs) in the facts")
          continue
        }
        unused.remove(at: index)
      }
    }
    #expect(unused.isEmpty, "the benchmark does not deviate: \(unused)")
  }

  /// Returns each fact as the benchmark and as the catalogue has it.
  private static func fields(
    of control: Control, _ entry: Catalogue.Entry
  ) -> [(name: String, ours: String, theirs: String)] {
    let assessment = entry.text("assessment") ?? ""
    let isAutomated = ["scored", "automated"].contains(assessment)
    func safeguards(_ version: String) -> [String] {
      control.safeguards.first { $0.version == version }?.ids ?? []
    }
    return [
      ("slug", control.slug, entry.text("slug") ?? ""),
      ("title", control.title, entry.text("title") ?? ""),
      ("section", control.section.id, entry.section ?? ""),
      ("level", control.level.rawValue, entry.text("level") ?? ""),
      ("assessment", control.assessment.rawValue, isAutomated ? "automated" : "manual"),
      ("scored", "\(control.isScored)", "\(isAutomated)"),
      ("cis_controls_v7", "\(safeguards("v7"))", "\(entry.texts("cis_controls_v7"))"),
      ("cis_controls_v8", "\(safeguards("v8"))", "\(entry.texts("cis_controls_v8"))"),
      ("security_hub", "\(control.securityHub)", "\(entry.texts("security_hub"))"),
      ("config_rules", "\(control.configRules)", "\(entry.texts("config_rules"))"),
    ]
  }
}
