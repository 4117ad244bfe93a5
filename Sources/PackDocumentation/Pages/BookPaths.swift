internal import PolicyPacks

/// Where the pages of a book stand.
enum BookPaths {
  static let index = "index"

  static func rule(_ name: String) -> String { "rules/\(name)" }

  static func control(_ slug: String) -> String { "controls/\(slug)" }

  static func benchmark(_ benchmark: Benchmark) -> String {
    "benchmarks/\(benchmark.name)-\(benchmark.version)"
  }

  static func matrix(_ benchmark: Benchmark) -> String {
    "benchmarks/\(benchmark.name)-\(benchmark.version)-matrix"
  }
}
