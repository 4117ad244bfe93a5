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

  @Test(arguments: [
    ("strict.yaml", "rules: [{rule: a}]", "stray-file"),
    ("Rules/strict.yaml", "# ours\nrules:\n  - rule: a\n", "stray-file"),
    ("team/rules/b.yml", "rules:\n  - {rule: a}\n", "stray-file"),
    ("rules/strict.YAML", "rules: []", "stray-file"), ("b.Cispol", "", "stray-file"),
    ("test/x.yaml", "tests:\n  - test: a\n", "stray-file"),
    ("benchmark/1.yaml", "benchmark: b\ncontrols: []\n", "stray-file"),
    ("empty.cispol", "", "empty-policy"),
    ("comments.cispol", "\u{FEFF}// nothing\n\n  /// at all", "empty-policy"),
  ])
  func whatNobodyReadsIsAMistake(_ path: String, _ text: String, _ id: String) {
    var packs = PackOf()
    var files = PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1")])])
    files[path] = text
    _ = packs.load(files)
    #expect(packs.ids == [id])
  }

  @Test(arguments: [
    (".github/workflows/ci.yaml", "on: push\njobs: {}\n"), ("rules.yaml", "rules: [a, b]\n"),
    ("chart.YAML", "a: 1"), ("tests.yaml", "tests:\n  - name: a\n"), ("broken.yaml", "rules: [\n"),
    ("tests/fixtures/pack/rules.yaml", "rules:\n  - rule: a\n"),
    ("tests/fixtures/empty.CISPOL", ""),
  ])
  func whatIsNoPartOfThePackMayLieBesideIt(_ path: String, _ text: String) {
    var packs = PackOf()
    var files = PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1")])])
    files[path] = text
    _ = packs.load(files)
    #expect(packs.ids.isEmpty)
  }

  @Test func policiesBesidePacksAreNotLeftOut() {
    func names(_ paths: [String]) -> [String] {
      PackFolder(name: "all", files: paths.map { .init(path: $0, bytes: []) }).packs.map(\.name)
    }
    #expect(names(["good/pack.yaml"]) == ["all/good"])
    #expect(names(["good/pack.yaml", "notes/x.yaml"]) == ["all/good"])
    for other in ["b/pack.yml", "b/deep/pack.yaml", "b/a.cispol", "b/rules/a.yaml", "b/A.CISPOL"] {
      #expect(names(["good/pack.yaml", other]) == ["all/b", "all/good"], "\(other)")
    }
    #expect(names(["good/pack.yaml", "a.cispol"]) == ["all/good", "all"])
    #expect(names(["good/pack.yaml", "fixtures/a.cispol"]) == ["all/good"])
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
    ("pack: lab\nversion: 1.0.0\ntitle: x\nbenchmarks: never\n", "wrong-yaml-kind"),
    ("pack: lab\nversion: 1.0.0\ntitle: x\nbenchmarks: [on-request]\n", "wrong-yaml-kind"),
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
    (PackOf.control("1") + PackOf.control("2", slug: "slug-1"), ["duplicate-control"]),
    (PackOf.control("1", section: "2"), ["unknown-section"]),
    (PackOf.control("1", more: "    cis_controls: {v9: [\"1\"]}\n"), ["unknown-yaml-key"]),
    (PackOf.control("1", more: "    frameworks: {nist: \"1\"}\n"), ["wrong-yaml-kind"]),
    (PackOf.control("1", more: "    frameworks: {nist: [1.10, [a]]}\n"), ["wrong-yaml-kind"]),
    (PackOf.control("1", more: "    attestation: Say so.\n"), ["attestation-of-automated"]),
    ("  []\n", ["wrong-yaml-kind"]),
  ])
  func aBenchmarkIsReadStrictly(_ controls: String, _ ids: [String]) {
    var packs = PackOf()
    _ = packs.load(PackOf.files([PackOf.benchmark("1.0", [controls])]))
    #expect(packs.ids == ids)
  }

  @Test func aControlCarriesWhatOthersCallIt() throws {
    var packs = PackOf()
    let more = """
          cis_controls: {v8: ["4.1"]}
          security_hub: [IAM.4]
          security_hub_generators: [bench/v/1.0/1]
          config_rules: [some-rule]
          frameworks: {nist-800-53-r5: [AC-2, AC-3], soc2: [CC6.1]}

      """
    let loadedPack = packs.load(
      PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1", more: more, section: "1.1")])]))
    let benchmark = try #require(loadedPack?.benchmarks.first)
    let control = try #require(benchmark.controls.first)
    #expect(packs.ids.isEmpty)
    #expect(control.safeguards.map(\.ids) == [["4.1"]])
    #expect(control.securityHub == ["IAM.4"])
    #expect(control.securityHubGenerators == ["bench/v/1.0/1"])
    #expect(control.frameworks.map(\.name) == ["nist-800-53-r5", "soc2"])
    #expect(control.frameworks.map(\.ids) == [["AC-2", "AC-3"], ["CC6.1"]])
    #expect(control.section.title == "Subsection")
    #expect(benchmark.topSection(of: control).title == "Section")
  }

  @Test(arguments: [
    ("{id: \"1\", title: A}, {id: \"1\", title: B}", ["duplicate-section"]),
    ("{id: \"1\", title: A, subsections: [{id: \"1\", title: B}]}", ["duplicate-section"]),
    ("{id: \"1\"}", ["missing-yaml-key", "unknown-section"]),
    ("{id: \"1\", title: A, sections: []}", ["unknown-yaml-key"]),
  ])
  func sectionsAreReadStrictly(_ sections: String, _ ids: [String]) {
    var packs = PackOf()
    _ = packs.load(
      PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1")], sections: sections)]))
    #expect(packs.ids == ids)
  }

  @Test func controlsShareTheTextsOfTheirSlug() throws {
    var packs = PackOf()
    let own = PackOf.control("2", more: "    rationale: Own.\n")
    var files = PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1"), own])])
    files["controls.yaml"] = """
      controls:
        - {slug: slug-1, description: First., attestation: State it.}
        - {slug: slug-2, description: Second., rationale: Shared.}
      """
    let loadedPack = packs.load(files)
    let controls = try #require(loadedPack?.benchmarks.first).controls
    #expect(packs.ids.isEmpty)
    #expect(controls.map(\.texts.description) == ["First.", "Second."])
    #expect(controls.map(\.texts.attestation) == ["State it.", ""])
    #expect(controls.map(\.texts.rationale) == ["", "Own."])
  }

  @Test(arguments: [
    ("controls: [{slug: slug-2, description: x}]", ["unknown-control"]),
    ("controls: [{slug: slug-1}, {slug: slug-1}]", ["duplicate-control"]),
    ("controls: [{slug: slug-1, title: x}]", ["unknown-yaml-key"]),
    ("controls: [{description: x}]", ["missing-yaml-key"]),
    ("rules: []", ["missing-yaml-key", "unknown-yaml-key"]),
  ])
  func sharedTextsAreReadStrictly(_ text: String, _ ids: [String]) {
    var packs = PackOf()
    var files = PackOf.files([PackOf.benchmark("1.0", [PackOf.control("1")])])
    files["controls.yaml"] = text
    _ = packs.load(files)
    #expect(packs.ids.sorted() == ids)
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
