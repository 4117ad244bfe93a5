internal import PolicyIR
internal import PolicyPacks

/// The page that leads from each control of a benchmark to its rules, their tests and what they
/// read.
struct MatrixPage {
  private let benchmark: Benchmark
  private let source: BookSource

  /// Creates the matrix of `benchmark`.
  init(_ benchmark: Benchmark, _ source: BookSource) {
    self.benchmark = benchmark
    self.source = source
  }

  /// The page.
  var page: Page {
    let rows = benchmark.controls.flatMap { control in
      control.rules.isEmpty
        ? [row(control, nil)]
        : control.rules.map { row(control, source.rule(of: $0)) }
    }
    return Page(
      path: BookPaths.matrix(benchmark),
      title: "\(benchmark.title) \(benchmark.version): traceability",
      blocks: [
        .paragraph([
          .text(
            "Which rule decides which control, which tests hold the rule, and what the rule reads.")
        ]),
        .table(header: ["Control", "Title", "Rule", "Cases", "Evidence"], rows: rows),
      ])
  }

  private func row(_ control: Control, _ rule: RuleID?) -> [[Inline]] {
    let name: [Inline] = [.link(control.id, to: BookPaths.control(control.slug))]
    guard let rule else {
      return [name, [.text(control.title)], [.text("– a person has to look")], [], []]
    }
    let reads = RuleReads(rule, source)
    return [
      name, [.text(control.title)],
      [.link(source.program[rule].name, to: source.path(of: rule))],
      [.text(CaseSummary(source.cases(of: rule)).text)],
      .list(reads.types.map { .code($0) }),
    ]
  }
}
