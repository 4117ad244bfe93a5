internal import Diagnostics
internal import Parallelism
internal import PolicyPacks
internal import PolicyParser
internal import PolicySyntax
internal import SourceText

/// A file of a pack that is to be parsed.
struct ParseWork: Sendable {
  /// How a file is read.
  private enum Form: Sendable {
    case policy
    case yaml(YAMLContent)
  }

  /// The file.
  private let file: FileID

  /// How it is read.
  private let form: Form

  /// The number of bytes that are parsed sooner than another thread starts.
  private static let smallest = 1 << 16

  /// Returns the files of `pack`: policies, then rules, then tests, each in the order of their paths.
  static func of(_ pack: LoadedPack) -> [ParseWork] {
    pack.policies.map { ParseWork(file: $0, form: .policy) }
      + pack.ruleFiles.map { ParseWork(file: $0, form: .yaml(.rules)) }
      + pack.testFiles.map { ParseWork(file: $0, form: .yaml(.tests)) }
  }

  /// Returns the trees of the files `works` of `sources`, and what is wrong with each, in their order;
  /// parsed by at most `jobs` threads.
  static func results(
    of works: [ParseWork], in sources: SourceMap, jobs: Int
  ) -> [(SyntaxTree, DiagnosticSet)] {
    let size = works.reduce(0) { $0 + sources[$1.file].byteCount }
    return ConcurrentWork.map(works.count, jobs: size < smallest ? 1 : jobs) { index in
      works[index].parse(in: sources)
    }
  }

  private func parse(in sources: SourceMap) -> (SyntaxTree, DiagnosticSet) {
    switch form {
    case .policy: PolicyParser.parse(sources[file], id: file)
    case .yaml(let content): PolicyParser.parseYAML(sources[file], id: file, holding: content)
    }
  }
}
