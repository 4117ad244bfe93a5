import Diagnostics
import PolicyIR
import PolicyPacks
import Testing

/// Benchmarks that extend others.
@Suite struct OverlayTests {
  private static let base = PackOf.benchmark(
    "1.0",
    [
      PackOf.control("1", rules: "[{rule: things_are_young, with: {limit: \"9\"}}]"),
      PackOf.control("2"), PackOf.control("3", rules: "[things_are_young, things_exist]"),
    ])

  private func overlay(_ rest: String, extends: String = "bench@1.0") -> String {
    "benchmark: own\nversion: \"1.0\"\ntitle: Own\nextends: \(extends)\n\(rest)\n"
  }

  /// Returns the selection of the benchmark that extends the other one, by a pack of its own.
  private func load(_ text: String, requires: Bool = true) throws -> (PackOf, Selector) {
    var packs = PackOf()
    let base = packs.load(PackOf.files([Self.base]), folder: "lab")
    let more = requires ? "requires: {lab: 1.0.0}\n" : ""
    let own = packs.load(
      [
        "pack.yaml": PackOf.manifest("own", more: more),
        // A rule with the name of one that is inherited.
        "own.cispol": """
        resource own.Part {
          id: String key
        }
        rule things_exist { for part in own.Part require part.id != "" }
        """, "benchmarks/own.yaml": text,
      ], folder: "own")
    let library = packs.assemble([try #require(own)], shipped: [try #require(base)])
    let program = packs.program(library)
    let selector = packs.selector(library, program)
    return (packs, selector)
  }

  @Test func controlsAreInheritedLeftOutAndAdded() throws {
    let (packs, selector) = try load(
      overlay(
        """
        disable: [{control: slug-2, reason: Not here.}]
        sections: [{id: "2", title: Own}]
        controls:
        \(PackOf.control("9", section: "2"))
        """))
    #expect(packs.ids == [])
    let selection = try selector.select([], profile: .everything)
    let selected = try #require(selection.benchmarks.first)
    #expect(selected.benchmark.label == "own@1.0")
    #expect(selected.benchmark.extends == "bench@1.0")
    #expect(selected.controls.map(\.control.id) == ["1", "3", "9"])
    #expect(selected.changes.map(\.control) == ["2"])
    #expect(selected.changes.map(\.reason) == ["Not here."])
    // The inherited rule is that of its own pack, and the added control has the rule of this pack.
    #expect(selection.applications.count == 4)
    #expect(selected.controls.map(\.applications) == [[0], [1, 2], [3]])
    let rules = selection.applications.map(\.rule)
    #expect(rules[2] != rules[3])
  }

  @Test func valuesOfParametersAreComparedWithTheOriginal() throws {
    let (packs, selector) = try load(
      overlay(
        """
        change:
          - {control: "1", with: {things_are_young: {limit: "12"}}, reason: Longer.}
          - {control: slug-3, with: {things_are_young: {limit: "5"}}, level: 2, reason: Shorter.}
        """))
    #expect(packs.ids == [])
    let selected = try #require(try selector.select([], profile: .everything).benchmarks.first)
    #expect(selected.controls.map(\.control.level) == [.one, .one, .two])
    let strictness = selected.changes.compactMap { change -> Strictness? in
      if case .parameter(_, _, _, _, let strictness) = change.kind { strictness } else { nil }
    }
    #expect(strictness == [.looser, .stricter])
  }

  @Test(arguments: [
    ("disable: [{control: slug-2}]", ["missing-yaml-key"]),
    ("disable: [{control: slug-9, reason: x}]", ["unknown-control"]),
    ("disable: [{control: \"1\", reason: x}, {control: \"1\", reason: x}]", ["unknown-control"]),
    ("change: [{control: \"1\", level: 2}]", ["missing-yaml-key"]),
    ("change: [{control: \"1\", title: x, reason: x}]", ["unknown-yaml-key"]),
    ("change: [{control: \"1\", with: {nothing: {limit: \"1\"}}, reason: x}]", ["unknown-rule"]),
    (
      "change: [{control: \"1\", with: {things_are_young: {limti: \"1\"}}, reason: x}]",
      ["unknown-parameter"]
    ),
    (
      "change: [{control: \"1\", with: {things_are_young: {limit: \"21\"}}, reason: x}]",
      ["parameter-out-of-bounds"]
    ),
    ("change: [{control: \"1\", with: {things_are_young: 5}, reason: x}]", ["wrong-yaml-kind"]),
    ("change: [{control: \"1\", rules: [nothing], reason: x}]", ["unknown-rule"]),
    ("controls:\n\(PackOf.control("2", slug: "new"))", ["duplicate-control"]),
    ("controls:\n\(PackOf.control("9", slug: "slug-2"))", ["duplicate-control"]),
    ("sections: [{id: \"1\", title: Again}]", ["duplicate-section"]),
    ("profile: x", ["unknown-yaml-key"]),
  ])
  func overlaysAreReadStrictly(_ rest: String, _ ids: [String]) throws {
    #expect(try load(overlay(rest)).0.ids == ids)
  }

  @Test func whatIsExtendedMustBeThere() throws {
    for label in ["bench@2.0", "bench", "bnech@1.0"] {
      #expect(try load(overlay("", extends: label)).0.ids == ["unknown-benchmark"])
    }
    #expect(try load(overlay(""), requires: false).0.ids == ["unknown-benchmark"])
  }
}
