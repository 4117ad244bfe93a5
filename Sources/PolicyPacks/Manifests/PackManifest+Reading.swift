internal import Diagnostics
internal import DomainValues
internal import SourceText
internal import StructuredText

extension PackManifest {
  /// Returns what the pack file `root` says, or `nil` after reporting what is wrong with it.
  static func read(_ root: YAMLNode, into diagnostics: inout DiagnosticSet) -> PackManifest? {
    var record = YAMLRecord(
      root, of: "the pack file",
      keys: ["pack", "version", "title", "requires", "benchmarks", "lint"],
      diagnostics: diagnostics)
    let name = record.name("pack")
    let version = record.version("version")
    let title = record.text("title")
    let requirements = record.entries("requires").compactMap { key, value -> Requirement? in
      guard let version = record.version(value) else { return nil }
      return Requirement(name: key.scalar?.text ?? "", version: version, range: key.range)
    }
    let benchmarks = record.optionalWord("benchmarks", BenchmarkUse.self) ?? .standard
    diagnostics = record.diagnostics
    guard let name, let version, let title else { return nil }
    return PackManifest(
      name: name, version: version, title: title, requirements: requirements,
      benchmarks: benchmarks, lint: root.member("lint"),
      range: root.member("pack")?.range ?? root.range)
  }
}
