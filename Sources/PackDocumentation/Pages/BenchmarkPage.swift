internal import PolicyIR
internal import PolicyPacks

/// The page of one version of a benchmark: its controls by section.
struct BenchmarkPage {
  private let benchmark: Benchmark
  private let source: BookSource

  /// Creates the page of `benchmark`.
  init(_ benchmark: Benchmark, _ source: BookSource) {
    self.benchmark = benchmark
    self.source = source
  }

  /// The page.
  var page: Page {
    var blocks: [Block] = [
      .paragraph([
        .text("\(benchmark.controls.count) controls. "),
        .link("From control to rule, test and evidence", to: BookPaths.matrix(benchmark)),
        .text("."),
      ])
    ]
    for section in benchmark.sections {
      let controls = benchmark.controls.filter { $0.section == section }
      let isUsed = benchmark.controls.contains {
        $0.section == section || benchmark.topSection(of: $0) == section
      }
      guard isUsed else { continue }
      let level = section.parent == nil ? 2 : 3
      blocks.append(.heading("\(section.id) \(section.title)", level: level))
      guard !controls.isEmpty else { continue }
      blocks.append(
        .table(
          header: ["Control", "Title", "Level", "Assessment", "Rules"], rows: controls.map(row)))
    }
    return Page(
      path: BookPaths.benchmark(benchmark), title: "\(benchmark.title) \(benchmark.version)",
      blocks: blocks)
  }

  private func row(_ control: Control) -> [[Inline]] {
    let rules = control.rules.map { use in
      Inline.link(use.rule, to: source.rule(of: use).map(source.path) ?? BookPaths.rule(use.rule))
    }
    return [
      [.link(control.id, to: BookPaths.control(control.slug))], [.text(control.title)],
      [.text(control.level.rawValue)],
      [.text(control.assessment.rawValue + (control.isScored ? "" : ", not scored"))],
      rules.isEmpty ? [.text("–")] : .list(rules),
    ]
  }
}
