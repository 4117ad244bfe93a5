import Diagnostics
import PolicyIR
import PolicyPacks
import ResourceModel
import SourceText
import Testing

@Suite struct SelectionTests {
  private func selection(
    _ benchmarks: [String], _ requests: [String] = [], profile: String? = nil
  ) throws -> (Selection, PackOf) {
    var packs = PackOf()
    let loadedSelector = packs.selector(PackOf.files(benchmarks))
    let selector = try #require(loadedSelector)
    let selection = try selector.select(
      requests.map { try BenchmarkRequest.parse($0) },
      profile: try profile.map { try Profile.parse($0) } ?? .everything)
    return (selection, packs)
  }

  @Test func theNewestVersionIsTheStandard() throws {
    let texts = ["1.9", "1.10", "1.2"].map { PackOf.benchmark($0, [PackOf.control("1")]) }
    #expect(try selection(texts).0.benchmarks.map(\.benchmark.label) == ["bench@1.10"])
    #expect(try selection(texts, ["bench"]).0.benchmarks.map(\.benchmark.label) == ["bench@1.10"])
    let two = try selection(texts, ["bench@1.2", "bench@1.9", "bench@1.2"]).0
    #expect(two.benchmarks.map(\.benchmark.label) == ["bench@1.2", "bench@1.9"])
  }

  /// Returns the benchmarks that a run selects of a pack that says when its own are evaluated.
  private func labels(
    use: String?, isAskedFor: Bool, _ requests: [String] = [], everyVersion: Bool = false
  ) throws -> [String] {
    var packs = PackOf()
    let manifest = PackOf.manifest(more: use.map { "benchmarks: \($0)\n" } ?? "")
    let texts = ["1.0", "2.0"].map { PackOf.benchmark($0, [PackOf.control("1")]) }
    let loaded = packs.selector(
      PackOf.files(texts, manifest: manifest), isAskedFor: isAskedFor)
    let selection = try #require(loaded).select(
      requests.map { try BenchmarkRequest.parse($0) }, profile: .everything,
      everyVersion: everyVersion)
    #expect(selection.loose.isEmpty)
    return selection.benchmarks.map(\.benchmark.label)
  }

  @Test func aProfileThatChoosesNothingIsAMistakeWithoutARequestToo() throws {
    let text = PackOf.benchmark("1.0", [PackOf.control("1")])
    for requests in [[], ["bench"]] {
      #expect(throws: SelectionError.emptyProfile("section:99", of: "bench@1.0")) {
        try selection([text], requests, profile: "section:99")
      }
    }
  }

  @Test func benchmarksOnRequestWaitUntilTheyOrTheirPackAreNamed() throws {
    for use in [nil, "standard"] {
      for isAskedFor in [true, false] {
        #expect(try labels(use: use, isAskedFor: isAskedFor) == ["bench@2.0"])
      }
    }
    #expect(try labels(use: "on-request", isAskedFor: true) == ["bench@2.0"])
    #expect(throws: SelectionError.nothingSelected) {
      try labels(use: "on-request", isAskedFor: false)
    }
    for (request, label) in [("bench", "bench@2.0"), ("bench@1.0", "bench@1.0")] {
      #expect(try labels(use: "on-request", isAskedFor: false, [request]) == [label])
    }
    // Whoever looks for a finding looks in all there is.
    let every = try labels(use: "on-request", isAskedFor: false, everyVersion: true)
    #expect(every.sorted() == ["bench@1.0", "bench@2.0"])
  }

  @Test func theSameRuleWithTheSameParametersIsEvaluatedOnce() throws {
    let rule = "[{rule: things_are_young, with: {limit: \"5\"}}]"
    let standard = "[{rule: things_are_young, with: {limit: 10}}]"
    let controls = [
      PackOf.control("1", rules: rule), PackOf.control("2", rules: rule),
      PackOf.control("3", rules: standard), PackOf.control("4", rules: "[things_are_young]"),
    ]
    let (selection, packs) = try selection([PackOf.benchmark("1.0", controls)])
    #expect(packs.ids.isEmpty)
    #expect(selection.applications.map(\.parameters) == [[0: .int(5)], [:]])
    let uses = try #require(selection.benchmarks.first).controls.map(\.applications)
    #expect(uses == [[0], [0], [1], [1]])
  }

  @Test func aRuleIsFoundByItsFormerName() throws {
    var packs = PackOf()
    let text = PackOf.benchmark("1.0", [PackOf.control("1", rules: "[things_were]")])
    let loadedSelector = packs.selector(PackOf.files([text]))
    let selector = try #require(loadedSelector)
    let selection = try selector.select([], profile: .everything)
    #expect(selection.applications.count == 1)
    #expect(packs.ids == ["former-name"])
    #expect(packs.diagnostics.elements.first?.help == "write `things_exist`")
    #expect(!packs.diagnostics.containsError)
  }

  @Test(arguments: [
    ("[things_exsit]", "unknown-rule", "did you mean `things_exist`?"),
    ("[all_things_do_exist]", "unknown-rule", "did you mean `things_exist`?"),
    ("[{rule: things_exist, with: {limit: 1}}]", "unknown-parameter", "it has no parameters"),
    (
      "[{rule: things_are_young, with: {limti: 1}}]", "unknown-parameter",
      "did you mean `limit`?"
    ),
    ("[{rule: things_are_young, with: {limit: 21}}]", "parameter-out-of-bounds", nil),
    ("[{rule: things_are_young, with: {limit: 5d}}]", "type-mismatch", nil),
  ])
  func rulesAndParametersAreChecked(_ rules: String, _ id: String, _ help: String?) throws {
    var packs = PackOf()
    let text = PackOf.benchmark("1.0", [PackOf.control("1", rules: rules)])
    _ = packs.selector(PackOf.files([text]))
    #expect(packs.ids == [id])
    if let help { #expect(packs.diagnostics.elements.first?.help == help) }
    let loadedPlace = packs.diagnostics.elements.first?.primary
    let place = try #require(loadedPlace)
    #expect(packs.sources[place.file].name == "lab/benchmarks/0.yaml")
  }

  @Test(arguments: [
    ("level-1", ["1", "3"]), ("level-2", ["1", "2", "3"]), ("automated", ["1", "2"]),
    ("level-1,automated", ["1"]), ("level-2, automated", ["1", "2"]),
  ])
  func aProfileChoosesWhatAllItsPartsChoose(_ profile: String, _ ids: [String]) throws {
    let controls = [
      PackOf.control("1"),
      PackOf.control("2").replacing("level: 1", with: "level: 2"),
      PackOf.control("3").replacing("automated", with: "manual"),
    ]
    let text = PackOf.benchmark("1.0", controls)
    let chosen = try selection([text], profile: profile).0.benchmarks.flatMap(\.controls)
    #expect(chosen.map(\.control.id) == ids)
  }

  @Test func whatIsNotThereIsSaidWithWhatIs() throws {
    let text = PackOf.benchmark("1.0", [PackOf.control("1", rules: "[]")])
    #expect(throws: SelectionError.unknownBenchmark("bnech", known: ["bench@1.0"])) {
      try selection([text], ["bnech"])
    }
    #expect(throws: SelectionError.unknownBenchmark("bench@9", known: ["bench@1.0"])) {
      try selection([text], ["bench@9"])
    }
    #expect(throws: SelectionError.malformedBenchmark("bench@x")) {
      try selection([text], ["bench@x"])
    }
    #expect(
      throws: SelectionError.unknownProfile(
        "level-3", known: ["level-1", "level-2", "automated", "section:ID"])
    ) {
      try selection([text], profile: "level-3")
    }
    #expect(throws: SelectionError.nothingSelected) { try selection([text]) }
    #expect(throws: SelectionError.profileWithoutBenchmark) {
      try selection([], profile: "level-1")
    }
    let error = SelectionError.unknownBenchmark("bnech@1.0", known: ["bench@1.0"])
    #expect(error.help == "did you mean `bench`? the benchmarks are `bench@1.0`")
  }

  @Test func aPackWithoutBenchmarksHasAllItsRulesEvaluated() throws {
    let (selection, _) = try selection([])
    #expect(selection.benchmarks.isEmpty)
    #expect(selection.loose == [0, 1])
  }

  @Test func scoredIsWhatTheBenchmarkSaysElseWhatIsAutomated() throws {
    let controls = [
      PackOf.control("1", more: "    scored: false\n"),
      PackOf.control("2").replacing("automated", with: "manual"),
      PackOf.control("3", more: "    scored: true\n").replacing("automated", with: "manual"),
    ]
    let text = PackOf.benchmark("1.0", controls)
    let chosen = try selection([text]).0.benchmarks.flatMap(\.controls)
    #expect(chosen.map(\.control.isScored) == [false, false, true])
  }
}
