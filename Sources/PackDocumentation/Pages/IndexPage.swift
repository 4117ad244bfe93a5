internal import PolicyIR
internal import PolicyPacks
internal import ResourceModel

/// The first page of a book.
struct IndexPage {
  private let source: BookSource

  /// Creates the first page of the book about `source`.
  init(_ source: BookSource) {
    self.source = source
  }

  /// The page.
  var page: Page {
    let manifest = source.pack.manifest
    var blocks: [Block] = [
      .paragraph([
        .text("The pack "), .code(manifest.name), .text(", version \(manifest.version)."),
      ])
    ]
    if !manifest.requirements.isEmpty {
      let names = manifest.requirements.map { Inline.code($0.name) }
      blocks.append(.paragraph([.text("It requires ")] + .list(names) + [.text(".")]))
    }
    if !source.benchmarks.isEmpty {
      blocks.append(.heading("Benchmarks", level: 2))
      blocks.append(
        .table(
          header: ["Benchmark", "Published", "Controls", "With rules", "Traceability"],
          rows: source.benchmarks.map(row)))
    }
    blocks.append(.heading("Rules", level: 2))
    blocks.append(
      .table(
        header: ["Rule", "What it demands", "Judges", "Severity"],
        rows: source.rules.map { id in
          let rule = source.program[id]
          return [
            [.link(rule.name, to: source.path(of: id))], .prose(rule.title),
            [.code(source.program.schema[rule.population].name)], [.text(rule.severity.rawValue)],
          ]
        }))
    return Page(path: BookPaths.index, title: manifest.title, blocks: blocks)
  }

  private func row(_ benchmark: Benchmark) -> [[Inline]] {
    let decided = benchmark.controls.count { !$0.rules.isEmpty }
    return [
      [.link("\(benchmark.title) \(benchmark.version)", to: BookPaths.benchmark(benchmark))],
      [.text(benchmark.published)], [.text("\(benchmark.controls.count)")], [.text("\(decided)")],
      [.link("matrix", to: BookPaths.matrix(benchmark))],
    ]
  }
}
