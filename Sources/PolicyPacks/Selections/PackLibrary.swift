package import Diagnostics
internal import DomainValues
package import PolicyIR
internal import SourceText

/// The packs of one run, which were found to fit together.
package struct PackLibrary: Sendable {
  /// The packs, those that are required before those that require them.
  package let packs: [LoadedPack]

  /// The names of the packs that somebody named; the others were only required.
  package let named: [String]

  /// The names of those of them whose benchmarks are evaluated when none is asked for.
  package let standard: [String]

  /// Returns the library of `named` packs and of those of `shipped` that they require, and what is
  /// wrong with them.
  ///
  /// A named pack stands in for the shipped one of the same name. When nobody named any, all packs
  /// there are take the place of named ones, but that asks for no benchmark.
  package static func assemble(
    named: [LoadedPack], shipped: [LoadedPack], isAskedFor: Bool = true
  ) -> (PackLibrary, DiagnosticSet) {
    var diagnostics = DiagnosticSet()
    var known: [String: LoadedPack] = [:]
    for pack in named {
      if let first = known[pack.manifest.name] {
        diagnostics.insert(
          .duplicatePack(
            pack.manifest.name, at: pack.manifest.range, first: first.manifest.range))
      }
      known[pack.manifest.name] = known[pack.manifest.name] ?? pack
    }
    for pack in shipped where known[pack.manifest.name] == nil {
      known[pack.manifest.name] = pack
    }
    var ordered: [LoadedPack] = []
    var visited: Set<String> = []
    // Each pack waits until those it requires are in; a circle ends where it began.
    func visit(_ pack: LoadedPack, depth: Int) {
      guard depth < 1000, visited.insert(pack.manifest.name).inserted else { return }
      for requirement in pack.manifest.requirements {
        guard let found = known[requirement.name] else {
          let near = Spelling.nearest(to: requirement.name, in: known.keys.sorted())
          diagnostics.insert(
            .unknownPack(requirement.name, didYouMean: near, at: requirement.range))
          continue
        }
        if !PackManifest.does(found.manifest.version, satisfy: requirement.version) {
          diagnostics.insert(
            .packVersionMismatch(
              requirement.name, wanted: requirement.version, found: found.manifest.version,
              at: requirement.range))
        }
        visit(found, depth: depth + 1)
      }
      ordered.append(pack)
    }
    for pack in named { visit(pack, depth: 0) }
    resolveOverlays(&ordered, into: &diagnostics)
    checkBenchmarks(ordered, into: &diagnostics)
    let manifests = named.map(\.manifest)
    let standard = manifests.filter { isAskedFor || $0.benchmarks == .standard }
    let library = PackLibrary(
      packs: ordered, named: manifests.map(\.name), standard: standard.map(\.name))
    return (library, diagnostics)
  }

  /// Makes the benchmarks that extend others, of the packs that a pack requires or of its own.
  private static func resolveOverlays(
    _ packs: inout [LoadedPack], into diagnostics: inout DiagnosticSet
  ) {
    for index in packs.indices {
      let visible = packs[index].manifest.requirements.map(\.name) + [packs[index].manifest.name]
      for overlay in packs[index].overlays {
        let known = packs.filter { visible.contains($0.manifest.name) }.flatMap { pack in
          pack.benchmarks.map { (pack: pack.manifest.name, benchmark: $0) }
        }
        if let benchmark = overlay.resolved(among: known, into: &diagnostics) {
          packs[index].benchmarks.append(benchmark)
        }
      }
      if let overlay = packs[index].overlays.first {
        overlay.texts.reportUnused(in: packs[index].benchmarks, into: &diagnostics)
      }
    }
  }

  private static func checkBenchmarks(
    _ packs: [LoadedPack], into diagnostics: inout DiagnosticSet
  ) {
    var places: [String: SourceRange] = [:]
    for benchmark in packs.flatMap(\.benchmarks) {
      if let first = places[benchmark.label] {
        diagnostics.insert(
          .duplicateBenchmark(benchmark.label, at: benchmark.range, first: first))
      }
      places[benchmark.label] = places[benchmark.label] ?? benchmark.range
    }
  }
}

extension PackLibrary {
  /// Returns what is wrong with named packs that have no rules in `program`, unless another named
  /// pack requires them.
  package func packsWithoutRules(in program: Program) -> DiagnosticSet {
    var diagnostics = DiagnosticSet()
    let members = packs.filter { named.contains($0.manifest.name) }
    let required = members.flatMap { $0.manifest.requirements.map(\.name) }
    for pack in members where !required.contains(pack.manifest.name) {
      if !program.rules.contains(where: { $0.pack == pack.manifest.name }) {
        diagnostics.insert(.packWithoutRules(pack.manifest.name, at: pack.manifest.range))
      }
    }
    return diagnostics
  }
}
