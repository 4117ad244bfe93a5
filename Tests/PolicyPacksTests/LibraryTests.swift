import Diagnostics
import PolicyPacks
import Testing

@Suite struct LibraryTests {
  private func pack(_ name: String, requires: String = "", in packs: inout PackOf) throws
    -> LoadedPack
  {
    let more = requires.isEmpty ? "" : "requires: {\(requires)}\n"
    let loadedPack = packs.load(
      PackOf.files([], manifest: PackOf.manifest(name, more: more)), folder: name)
    return try #require(loadedPack)
  }

  @Test func requiredPacksComeFirstAndAlone() throws {
    var packs = PackOf()
    let own = try pack("own", requires: "base: 1.0.0", in: &packs)
    let base = try pack("base", in: &packs)
    let other = try pack("other", in: &packs)
    let library = packs.assemble([own], shipped: [other, base])
    #expect(library.packs.map(\.manifest.name) == ["base", "own"])
    #expect(library.named == ["own"])
    #expect(packs.ids.isEmpty)
  }

  @Test func whatIsRequiredIsToldFromPackFilesAlone() throws {
    var packs = PackOf()
    let own = try pack("own", requires: "middle: 1.0.0, gone: 1.0.0", in: &packs)
    let middle = try pack("middle", requires: "base: 1.0.0, own: 1.0.0", in: &packs)
    let base = try pack("base", in: &packs)
    let other = try pack("other", requires: "base: 1.0.0", in: &packs)
    let shipped = [other, base, middle].map(\.manifest)
    let names = PackManifest.names(requiredBy: [own.manifest], among: shipped)
    #expect(names == ["base", "gone", "middle", "own"])
    #expect(PackManifest.names(requiredBy: [], among: shipped) == [])
  }

  @Test func benchmarksOfAPackThatNobodyUsesAreNotRead() throws {
    var packs = PackOf()
    var files = PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1.1")])])
    files["benchmarks/broken.yaml"] = "benchmark: ["
    let folder = PackFolder(
      name: "lab", files: files.map { .init(path: $0.key, bytes: Array($0.value.utf8)) })
    let ids = PackLoader.insert(folder, into: &packs.sources)
    let (unused, problems) = PackLoader.load(
      folder, ids, into: &packs.sources, benchmarks: .nothing)
    #expect(problems.isEmpty)
    #expect(unused?.benchmarks.isEmpty == true && unused?.hasBenchmarks == true)
    let (used, others) = PackLoader.load(folder, ids, into: &packs.sources)
    #expect(used?.benchmarks.count == 1 && !others.isEmpty)
  }

  @Test func aNamedPackStandsInForTheShippedOne() throws {
    var packs = PackOf()
    let mine = try pack("base", in: &packs)
    let shipped = try pack("base", in: &packs)
    let library = packs.assemble([mine], shipped: [shipped])
    #expect(library.packs.map(\.manifest.range) == [mine.manifest.range])
    #expect(packs.ids.isEmpty)
  }

  @Test func twoNamedPacksWithOneNameAreAnError() throws {
    var packs = PackOf()
    let (first, second) = (try pack("a", in: &packs), try pack("a", in: &packs))
    _ = packs.assemble([first, second])
    #expect(packs.ids == [DiagnosticID.duplicatePack.rawValue])
  }

  @Test func aPackThatIsNotThereIsNamedWithTheNearest() throws {
    var packs = PackOf()
    let own = try pack("own", requires: "bsae: 1.0.0", in: &packs)
    let base = try pack("base", in: &packs)
    _ = packs.assemble([own], shipped: [base])
    #expect(packs.ids == [DiagnosticID.unknownPack.rawValue])
    #expect(packs.diagnostics.elements.first?.help == "did you mean `base`?")
  }

  @Test(arguments: [("1.0.0", true), ("1", true), ("0.9.0", false), ("1.1", false), ("2.0", false)])
  func versionsHaveToBeCompatible(_ wanted: String, _ fits: Bool) throws {
    var packs = PackOf()
    let own = try pack("own", requires: "base: \"\(wanted)\"", in: &packs)
    let base = try pack("base", in: &packs)
    _ = packs.assemble([own], shipped: [base])
    #expect(packs.ids == (fits ? [] : ["pack-version-mismatch"]))
  }

  @Test func packsThatRequireEachOtherEnd() throws {
    var packs = PackOf()
    let first = try pack("a", requires: "b: 1.0.0", in: &packs)
    let second = try pack("b", requires: "a: 1.0.0", in: &packs)
    #expect(packs.assemble([first, second]).packs.count == 2)
  }

  @Test func oneVersionOfABenchmarkIsGivenOnce() throws {
    var packs = PackOf()
    let text = PackOf.benchmark("1.0", [PackOf.control("1")])
    let loadedPack = packs.load(PackOf.files([text, text]))
    let pack = try #require(loadedPack)
    _ = packs.assemble([pack])
    #expect(packs.ids == [DiagnosticID.duplicateBenchmark.rawValue])
  }

  @Test func aNamedPackWithoutRulesIsAnErrorUnlessAnotherRequiresIt() throws {
    var packs = PackOf()
    let loadedBase = packs.load(
      ["pack.yaml": PackOf.manifest("base"), "s.cispol": PackOf.schema], folder: "base")
    let base = try #require(loadedBase)
    let loadedOwn = packs.load(
      [
        "pack.yaml": PackOf.manifest("own", more: "requires: {base: 1.0.0}\n"),
        "r.cispol": PackOf.rules,
      ], folder: "own")
    let own = try #require(loadedOwn)
    let both = packs.assemble([base, own])
    #expect(both.packsWithoutRules(in: packs.program(both)).isEmpty)
    let alone = packs.assemble([base])
    let found = alone.packsWithoutRules(in: packs.program(alone)).elements.map(\.id)
    #expect(found == [.packWithoutRules])
  }
}
