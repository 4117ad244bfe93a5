import PolicyPacks
import StructuredText
import Testing

/// What must hold of the shipped benchmarks whatever their sources say.
@Suite struct ShippedBenchmarkTests {
  private let benchmarks: [Benchmark]

  init() throws { benchmarks = try ShippedBenchmarks.load() }

  /// The number of controls by version.
  static let counts = [
    "1.0.0": 43, "1.1.0": 52, "1.2.0": 49, "1.3.0": 55, "1.4.0": 58, "1.5.0": 63, "2.0.0": 64,
    "3.0.0": 62, "4.0.1": 64, "5.0.0": 63, "6.0.0": 63, "7.0.0": 70,
  ]

  @Test func everyVersionHasAllOfItsControls() {
    let found = benchmarks.map { ("\($0.version)", $0.controls.count) }
    #expect(Dictionary(uniqueKeysWithValues: found) == Self.counts)
  }

  @Test func thereAreEightySixControls() {
    #expect(Set(benchmarks.flatMap { $0.controls.map(\.slug) }).count == 86)
  }

  @Test func noControlIsUnmapped() {
    for benchmark in benchmarks {
      for control in benchmark.controls where control.rules.isEmpty {
        #expect(
          control.assessment == .manual && !control.texts.attestation.isEmpty,
          "\(benchmark.label) \(control.id) has neither a rule nor what an attestation must state")
      }
    }
  }

  @Test func everyControlCanBeReadAbout() throws {
    for benchmark in try benchmarks + ShippedBenchmarks.load("aws-extras") {
      for control in benchmark.controls {
        let texts = control.texts
        let parts = [texts.description, texts.rationale, texts.remediation]
        #expect(parts.allSatisfy { !$0.isEmpty }, "\(benchmark.label) \(control.id)")
        #expect(texts.impact != nil, "\(benchmark.label) \(control.id)")
        #expect(
          control.assessment == .automated || !texts.attestation.isEmpty,
          "\(benchmark.label) \(control.id)")
      }
    }
  }

  @Test func noTwoControlsAreDecidedAlike() {
    for benchmark in benchmarks {
      var owners: [[Control.RuleUse.Key]: String] = [:]
      for control in benchmark.controls where !control.rules.isEmpty {
        let key = control.rules.map(Control.RuleUse.Key.init)
        #expect(
          owners[key] == nil, "\(benchmark.label): \(control.id) and \(owners[key] ?? "")")
        owners[key] = control.id
      }
    }
  }

  @Test func noTwoControlsReadAlike() {
    var owners: [String: String] = [:]
    for control in benchmarks.flatMap(\.controls) {
      let text = control.texts.description
      #expect(owners[text, default: control.slug] == control.slug)
      owners[text] = control.slug
    }
  }

  @Test func aControlIsDecidedByTheSameRulesInEveryVersion() {
    var rules: [String: [String]] = [:]
    for benchmark in benchmarks {
      for control in benchmark.controls {
        let names = control.rules.map(\.rule)
        #expect(
          rules[control.slug, default: names] == names, "\(benchmark.label) \(control.id)")
        rules[control.slug] = names
      }
    }
  }
}

extension Control.RuleUse {
  /// A rule with the values of its parameters.
  struct Key: Hashable {
    private let texts: [String]

    /// Creates the key of `use`.
    init(_ use: Control.RuleUse) {
      texts = [use.rule] + use.arguments.map { "\($0.name): \($0.expression.string ?? "")" }
    }
  }
}
