package import Diagnostics
package import SourceText
internal import StructuredText

/// Reads the pack file and the benchmarks of packs.
package enum PackLoader {
  /// The path of the pack file in its folder.
  package static let manifestPath = "pack.yaml"

  /// Returns the pack in `folder`, whose files are added to `sources`, and what is wrong with it.
  ///
  /// It is `nil` when the pack file cannot be used; then an error says why.
  package static func load(
    _ folder: PackFolder, into sources: inout SourceMap
  ) -> (LoadedPack?, DiagnosticSet) {
    var diagnostics = DiagnosticSet()
    var ids: [(path: String, id: FileID)] = []
    let prefix = folder.name.isEmpty || folder.name.hasSuffix("/") ? folder.name : folder.name + "/"
    for file in folder.files.sorted(by: { $0.path < $1.path }) where isPart(file.path) {
      let source = SourceFile(name: prefix + file.path, bytes: file.bytes)
      ids.append((file.path, sources.insert(source)))
    }
    guard let manifestID = ids.first(where: { $0.path == manifestPath })?.id else {
      let empty = sources.insert(SourceFile(name: prefix + manifestPath, bytes: []))
      diagnostics.insert(
        .missingPackFile(folder.name, at: SourceRange(file: empty, lower: 0, upper: 0)))
      return (nil, diagnostics)
    }
    let manifest = read(manifestID, sources, into: &diagnostics) {
      PackManifest.read($0, into: &$1)
    }
    let policies = ids.filter { $0.path.hasSuffix(".cispol") }.map(\.id)
    let ruleFiles = ids.filter { $0.path.hasPrefix("rules/") && isYAML($0.path) }.map(\.id)
    let texts = ids.first { $0.path == ControlTextLibrary.path }.flatMap { file in
      read(file.id, sources, into: &diagnostics) { ControlTextLibrary($0, into: &$1) }
    }
    var benchmarks: [Benchmark] = []
    for (path, id) in ids where path.hasPrefix("benchmarks/") && isYAML(path) {
      let benchmark = read(id, sources, into: &diagnostics) {
        Benchmark.read($0, texts: texts ?? ControlTextLibrary(), into: &$1)
      }
      if let benchmark { benchmarks.append(benchmark) }
    }
    texts?.reportUnused(in: benchmarks, into: &diagnostics)
    guard let manifest else { return (nil, diagnostics) }
    if policies.isEmpty, ruleFiles.isEmpty {
      diagnostics.insert(.emptyPack(manifest.name, at: manifest.range))
    }
    let pack = LoadedPack(
      manifest: manifest, policies: policies, ruleFiles: ruleFiles, benchmarks: benchmarks)
    return (pack, diagnostics)
  }

  /// Returns `true` iff a file at `path` below its pack's folder is part of the pack.
  ///
  /// So nothing else, such as the fixtures of tests, needs to be read.
  package static func isPart(_ path: String) -> Bool {
    if path == manifestPath || path == ControlTextLibrary.path { return true }
    if path.hasSuffix(".cispol") { return true }
    return isYAML(path) && (path.hasPrefix("rules/") || path.hasPrefix("benchmarks/"))
  }

  private static func isYAML(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// Returns what `make` makes of the file `id`, if it can be read as YAML.
  private static func read<Result>(
    _ id: FileID, _ sources: SourceMap, into diagnostics: inout DiagnosticSet,
    _ make: (YAMLNode, inout DiagnosticSet) -> Result?
  ) -> Result? {
    let (root, problems) = YAMLReader.parse(sources[id], id: id)
    diagnostics.formUnion(problems)
    guard let root else { return nil }
    return make(root, &diagnostics)
  }
}
