package import Diagnostics
internal import PolicyFormatter
internal import PolicyParser
package import SourceText

/// From policies to their canonical form.
package struct FormatPipeline: Sendable {
  /// What became of a file.
  package enum Outcome: Hashable, Sendable {
    /// It is in its canonical form, which it was not in.
    case formatted([UInt8])
    /// It was in its canonical form.
    case unchanged
    /// It is not touched; the diagnostics say why.
    case untouched
  }

  /// The texts of the run.
  package private(set) var sources = SourceMap()

  /// What is wrong with them.
  package private(set) var diagnostics = DiagnosticSet()

  /// Creates a pipeline without files.
  package init() {}

  /// Formats `file`, which has at most `SourceFile.largestSize` bytes; as YAML with rules or tests when
  /// its name ends so, or it has another ending than that of policies and starts so: with what a line
  /// of it says, else with tests when it is in a folder of that name.
  package mutating func format(_ file: PolicyFile) -> Outcome {
    let source = SourceFile(name: file.name, bytes: file.bytes)
    let id = sources.insert(source)
    let result =
      FormatPipeline.isYAML(file)
      ? PolicyFormatter.formatYAML(source, id: id, holding: FormatPipeline.content(of: file))
      : PolicyFormatter.format(source, id: id)
    switch result {
    case .formatted(let bytes): return .formatted(bytes)
    case .unchanged: return .unchanged
    case .refused(let problems): diagnostics.formUnion(problems)
    case .unsound(let problem): diagnostics.insert(problem)
    }
    return .untouched
  }

  /// Whether the file is YAML: by its name, else by its first line that says something, which in a
  /// policy never starts as one of YAML does.
  private static func isYAML(_ file: PolicyFile) -> Bool {
    if let form = PolicyForm(path: file.name) { return form == .yaml }
    let lines = file.bytes.split { $0 == 0x0A || $0 == 0x0D }
    let first = lines.first { line in
      line.contains { $0 != 0x20 && $0 != 0x09 } && line.first != UInt8(ascii: "#")
    }
    return ["---", "rules:", "tests:"].contains { first?.starts(with: $0.utf8) ?? false }
  }

  /// Returns what the YAML file holds, by the first of its lines that starts with the key of either.
  private static func content(of file: PolicyFile) -> YAMLContent {
    for line in file.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if line.starts(with: "rules:".utf8) { return .rules }
      if line.starts(with: "tests:".utf8) { return .tests }
    }
    return .expected(at: file.name)
  }

  /// Returns the difference between `file` and its canonical form, `bytes`, as `diff -u` prints it.
  package static func difference(from file: PolicyFile, to bytes: [UInt8]) -> String {
    UnifiedDifference.render(from: file.bytes, to: bytes, name: file.name)
  }
}
