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
    let files = insert(folder, into: &sources)
    return load(folder, files, into: &sources)
  }

  /// Adds the files that are part of the pack in `folder` to `sources`, and returns their paths and
  /// identities.
  package static func insert(
    _ folder: PackFolder, into sources: inout SourceMap
  ) -> [(path: String, id: FileID)] {
    let prefix = folder.prefix
    return folder.files.sorted(by: { $0.path < $1.path }).filter { isPart($0.path) }.map { file in
      let source = SourceFile(name: prefix + file.path, contents: file.contents)
      return (file.path, sources.insert(source))
    }
  }

  /// Returns the pack in `folder`, whose files are `ids` of `sources`, and what is wrong with it.
  ///
  /// What is in `compiled` is taken from there, and then only those benchmarks are read that are in
  /// `choice`.
  package static func load(
    _ folder: PackFolder, _ ids: [(path: String, id: FileID)], into sources: inout SourceMap,
    compiled: CompiledPacks? = nil, benchmarks choice: BenchmarkChoice = .everything
  ) -> (LoadedPack?, DiagnosticSet) {
    if let compiled, let pack = load(ids, from: compiled, benchmarks: choice) {
      return (pack, DiagnosticSet())
    }
    var diagnostics = DiagnosticSet()
    let prefix = folder.prefix
    guard let manifestID = ids.first(where: { $0.path == manifestPath })?.id else {
      let empty = sources.insert(SourceFile(name: prefix + manifestPath, bytes: []))
      diagnostics.insert(
        .missingPackFile(folder.name, at: SourceRange(file: empty, lower: 0, upper: 0)))
      return (nil, diagnostics)
    }
    let manifest = read(manifestID, sources, into: &diagnostics) {
      PackManifest.read($0, into: &$1)
    }
    var benchmarks: [Benchmark] = []
    var overlays: [BenchmarkOverlay] = []
    let benchmarkFiles = ids.filter { holdsBenchmark($0.path) }
    let needed = if case .nothing = choice { benchmarkFiles.prefix(0) } else { benchmarkFiles[...] }
    let hasTexts = !needed.isEmpty || benchmarkFiles.isEmpty
    let textFile = hasTexts ? ids.first { $0.path == ControlTextLibrary.path } : nil
    let texts = textFile.flatMap { file in
      read(file.id, sources, into: &diagnostics) { ControlTextLibrary($0, into: &$1) }
    }
    for (_, id) in needed {
      let root = read(id, sources, into: &diagnostics) { root, _ in root }
      guard let root else { continue }
      let texts = texts ?? ControlTextLibrary()
      if root.member("extends") != nil {
        overlays.append(BenchmarkOverlay(root: root, texts: texts))
      } else if let benchmark = Benchmark.read(root, texts: texts, into: &diagnostics) {
        benchmarks.append(benchmark)
      }
    }
    // Texts of benchmarks that were not read are not unused; and what extends another benchmark has
    // controls that are not known yet.
    if overlays.isEmpty, needed.count == benchmarkFiles.count {
      texts?.reportUnused(in: benchmarks, into: &diagnostics)
    }
    guard let manifest else { return (nil, diagnostics) }
    StrayFiles.report(in: folder, into: &sources, &diagnostics)
    let pack = pack(manifest, ids, benchmarks, overlays)
    if pack.policies.isEmpty, pack.ruleFiles.isEmpty {
      diagnostics.insert(.emptyPack(manifest.name, at: manifest.range))
    }
    return (pack, diagnostics)
  }

  /// Returns the pack whose files are `ids` with the benchmarks that are in `choice`, or `nil` when
  /// `compiled` does not hold them, or not whole.
  private static func load(
    _ ids: [(path: String, id: FileID)], from compiled: CompiledPacks,
    benchmarks choice: BenchmarkChoice
  ) -> LoadedPack? {
    guard let manifest = manifest(of: ids, in: compiled) else { return nil }
    let files = ids.filter { holdsBenchmark($0.path) }.map(\.id)
    let names = files.compactMap { compiled.benchmarkName(in: $0) }
    guard names.count == files.count else { return nil }
    var benchmarks: [Benchmark] = []
    for (file, isNeeded) in zip(files, choice.isNeeded(names)) where isNeeded {
      guard let benchmark = compiled.benchmark(in: file) else { return nil }
      benchmarks.append(benchmark)
    }
    return pack(manifest, ids, benchmarks, [])
  }

  private static func pack(
    _ manifest: PackManifest, _ ids: [(path: String, id: FileID)], _ benchmarks: [Benchmark],
    _ overlays: [BenchmarkOverlay]
  ) -> LoadedPack {
    LoadedPack(
      manifest: manifest, policies: ids.filter { PolicyForm(path: $0.path) == .language }.map(\.id),
      ruleFiles: ids.filter { $0.path.hasPrefix("rules/") && isYAML($0.path) }.map(\.id),
      testFiles: ids.filter { holdsTests($0.path) }.map(\.id),
      hasBenchmarks: ids.contains { holdsBenchmark($0.path) }, benchmarks: benchmarks,
      overlays: overlays)
  }

  /// Returns what the pack says of itself whose files are `ids`, if that is in `compiled`.
  private static func manifest(
    of ids: [(path: String, id: FileID)], in compiled: CompiledPacks
  ) -> PackManifest? {
    ids.first { $0.path == manifestPath }.flatMap { compiled.manifest(in: $0.id) }
  }

  /// Returns what the pack file says of the pack whose files are `ids` of `sources`, if it can be
  /// used.
  package static func manifest(
    of ids: [(path: String, id: FileID)], in sources: SourceMap, compiled: CompiledPacks?
  ) -> PackManifest? {
    if let compiled, let manifest = manifest(of: ids, in: compiled) { return manifest }
    guard let manifest = ids.first(where: { $0.path == manifestPath }) else { return nil }
    var diagnostics = DiagnosticSet()
    return read(manifest.id, sources, into: &diagnostics) { PackManifest.read($0, into: &$1) }
  }

  /// Returns `true` iff a file at `path` below its pack's folder is part of the pack.
  ///
  /// So nothing else, such as the fixtures of tests, needs to be read.
  package static func isPart(_ path: String) -> Bool {
    if path == manifestPath || path == ControlTextLibrary.path { return true }
    if PolicyForm(path: path) == .language || holdsTests(path) { return true }
    return holdsBenchmark(path) || path.hasPrefix("rules/") && isYAML(path)
  }

  /// Whether the file at `path` is YAML with tests; what is in a folder called `fixtures` is not.
  package static func holdsTests(_ path: String) -> Bool {
    isYAML(path) && path.hasPrefix("tests/")
      && !path.split(separator: "/").dropLast().contains("fixtures")
  }

  /// Returns `true` iff the name of a file says that it is YAML.
  static func isYAML(_ path: String) -> Bool { PolicyForm(path: path) == .yaml }

  /// Returns `true` iff the file at `path` below its pack's folder holds a benchmark.
  static func holdsBenchmark(_ path: String) -> Bool {
    path.hasPrefix("benchmarks/") && isYAML(path)
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
