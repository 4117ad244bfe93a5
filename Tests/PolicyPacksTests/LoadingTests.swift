import Diagnostics
import PolicyPacks
import Testing

@Suite struct LoadingTests {
  @Test func aWellFormedPackLoadsWithoutDiagnostics() throws {
    var packs = PackOf()
    let loadedPack = packs.load(PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1")])]))
    let pack = try #require(loadedPack)
    #expect(packs.ids.isEmpty)
    #expect(pack.policies.count == 2)
    #expect(pack.benchmarks.first?.label == "bench@1.0")
    #expect(pack.benchmarks.first?.controls.first?.isScored == true)
  }

  @Test func aFolderWithoutAPackFileIsNoPack() {
    var packs = PackOf()
    #expect(packs.load(["a.cispol": PackOf.rules]) == nil)
    #expect(packs.ids == ["missing-pack-file"])
  }

  @Test func aPackWithoutPoliciesIsAnError() {
    var packs = PackOf()
    _ = packs.load(["pack.yaml": PackOf.manifest(), "notes.yaml": "a: 1", "other/r.yaml": "a: 1"])
    #expect(packs.ids == ["empty-pack"])
  }

  @Test(arguments: [
    ("pack: lab\nversion: 1.0.0\n", "missing-yaml-key"),
    ("pack: lab\nversion: 1.0.0\ntitel: x\ntitle: x\n", "unknown-yaml-key"),
    ("pack: lab\nversion: one\ntitle: x\n", "wrong-yaml-kind"),
    ("pack: la b\nversion: 1.0.0\ntitle: x\n", "wrong-yaml-kind"),
    ("pack: lab\nversion: 1.0.0\ntitle: x\nrequires: [aws]\n", "wrong-yaml-kind"),
    ("pack: lab\npack: lab\nversion: 1.0.0\ntitle: x\n", "yaml-duplicate-key"),
    ("- pack\n", "wrong-yaml-kind"),
    ("", "yaml-empty"),
  ])
  func aPackFileIsReadStrictly(_ text: String, _ id: String) {
    var packs = PackOf()
    _ = packs.load(PackOf.files([], manifest: text))
    #expect(packs.ids == [id])
  }

  @Test func aMisspeltKeyGetsTheNearestOne() {
    var packs = PackOf()
    _ = packs.load(PackOf.files([], manifest: "pack: lab\nversion: 1.0.0\ntitle: x\nrequire: {}\n"))
    #expect(packs.diagnostics.elements.first?.help == "did you mean `requires`?")
  }

  @Test(arguments: [
    (PackOf.control("1", more: "    lvl: 2\n"), ["unknown-yaml-key"]),
    (PackOf.control("1", more: "    scored: maybe\n"), ["wrong-yaml-kind"]),
    (PackOf.control("1", rules: "things_exist"), ["wrong-yaml-kind"]),
    (PackOf.control("1", rules: "[{rule: things_exist, wiht: {}}]"), ["unknown-yaml-key"]),
    (PackOf.control("1", rules: "[{rule: things_exist, with: {a: [1]}}]"), ["wrong-yaml-kind"]),
    (PackOf.control("1") + PackOf.control("1"), ["duplicate-control"]),
    ("  []\n", ["wrong-yaml-kind"]),
  ])
  func aBenchmarkIsReadStrictly(_ controls: String, _ ids: [String]) {
    var packs = PackOf()
    _ = packs.load(PackOf.files([PackOf.benchmark("1.0", [controls])]))
    #expect(packs.ids == ids)
  }

  @Test func aFolderOfPacksHoldsEachOfThem() {
    let folder = PackFolder(
      name: "policies",
      files: ["b/pack.yaml", "b/x.cispol", "a/pack.yaml", "readme.yaml"].map {
        .init(path: $0, bytes: [])
      })
    #expect(folder.packs.map(\.name) == ["policies/a", "policies/b"])
    #expect(folder.packs.last?.files.map(\.path).sorted() == ["pack.yaml", "x.cispol"])
  }
}
