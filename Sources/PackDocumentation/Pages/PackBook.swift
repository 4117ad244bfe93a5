internal import PolicyIR
internal import PolicyPacks

/// A book about one pack: a page for each rule, control and benchmark.
package struct PackBook: Sendable {
  /// What it is called.
  package let title: String

  /// The pages, the first of which leads to all others.
  package let pages: [Page]

  /// The pages that every page leads to, with short names.
  package let navigation: [(name: String, path: String)]

  /// Creates the book about the pack of `source`.
  package init(_ source: BookSource) {
    title = source.pack.manifest.title
    let benchmarks = source.benchmarks
    let names = benchmarks.map(\.name).uniqued
    navigation =
      [(source.pack.manifest.name, BookPaths.index)]
      + benchmarks.map { benchmark in
        let name = names.count == 1 ? "" : "\(benchmark.name) "
        return ("\(name)\(benchmark.version)", BookPaths.benchmark(benchmark))
      }
    pages =
      [IndexPage(source).page]
      + benchmarks.flatMap { [BenchmarkPage($0, source).page, MatrixPage($0, source).page] }
      + source.slugs.map { ControlPage($0, source).page }
      + source.rules.map { RulePage($0, source).page }
  }
}
