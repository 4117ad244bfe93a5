import Compliance
import DomainValues
import Pipelines
import PolicyIR
import PolicyPacks
import TestSupport
import Testing

/// What a rule says that meets no resource.
@Suite struct EmptyPopulationTests {
  private static let policies = """
    resource lab.Key { id: String key }
    map terraform "lab_key" to lab.Key { id = raw.id }
    rule plain { for key in lab.Key require key.id != "" }
    rule none_is_fine { for key in lab.Key require key.id != "" on_empty pass }
    rule some_is_wanted { for key in lab.Key require key.id != "" on_empty fail }
    rule not_meant { for key in lab.Key require key.id != "" on_empty not_applicable }
    """

  /// Returns the status of each rule for the inputs.
  private static func statuses(_ inputs: InputFile...) throws -> [ControlStatus] {
    try report(inputs).rules.map(\.status)
  }

  /// Returns the report of the rules on the inputs.
  private static func report(_ inputs: [InputFile]) throws -> Report {
    var request = CheckRequest(now: try Timestamp.parse("2026-01-01T00:00:00Z"))
    let files = [
      "pack.yaml": "pack: lab\nversion: 1.0.0\ntitle: Laboratory\n", "lab.cispol": policies,
    ]
    request.packs = [
      PackFolder(
        name: "lab",
        files: files.sorted { $0.key < $1.key }.map {
          .init(path: $0.key, bytes: Array($0.value.utf8))
        })
    ]
    request.inputs = inputs
    var pipeline = CheckPipeline()
    let result = try pipeline.run(request)
    guard case .evaluated(let run) = result else {
      throw Laboratory.Unusable(description: "nothing was evaluated")
    }
    return run.report
  }

  /// A graph that shows all keys, of which there is none.
  private static var none: InputFile { graph("none", #""complete": ["lab.Key"]"#) }

  /// A graph that shows all keys, of which there is one.
  private static var one: InputFile { graph("one", #""complete": ["lab.Key"]"#, keys: 1) }

  /// The header of a graph of which somebody was not allowed to list the keys.
  private static let denied =
    #""missing": {"lab.Key": {"$unknown": "access_denied", "detail": "keys:List"}}"#

  /// Returns the graph whose header has these members, with as many keys.
  private static func graph(_ name: String, _ header: String, keys: Int = 0) -> InputFile {
    let lines = (0..<keys).map { #"{"type": "lab.Key", "attributes": {"id": "\#($0)"}}"# }
    let text = ([#"{"cispol_graph": 1, \#(header)}"#] + lines).joined(separator: "\n")
    return InputFile(name: name, bytes: Array(text.utf8))
  }

  @Test func aPopulationThatWasNotCollectedIsUnknownWhateverTheRuleSays() throws {
    let plan = Laboratory.plan([])
    let incomplete = Laboratory.plan([], isComplete: false)
    // A complete plan shows what it manages, and not that there is nothing else.
    for input in [plan, incomplete] {
      #expect(try Self.statuses(input) == [.unknown, .unknown, .unknown, .unknown])
    }
  }

  @Test func aPopulationThatIsThereIsJudged() throws {
    let plan = Laboratory.plan([("lab_key", "a", #""id": "a""#, "")])
    #expect(try Self.statuses(plan) == [.pass, .pass, .pass, .pass])
  }

  @Test func eachInputIsAskedForItself() throws {
    #expect(try Self.statuses(Self.none) == [.noResources, .pass, .fail, .notApplicable])
    for inputs in [[Self.none, Self.one], [Self.one, Self.none]] {
      let report = try Self.report(inputs)
      #expect(report.rules.map(\.status) == [.pass, .pass, .fail, .pass])
      #expect(report.rules.map(\.decidedCount) == [1, 2, 2, 1])
      #expect(report.verdict == .failed)
      let lacking = try #require(report.rules[2].populations.first)
      #expect(lacking.inputs.map { report.inputs[$0].name } == ["none"])
    }
    #expect(try Self.report([Self.none, Self.none]).rules.map(\.decidedCount) == [0, 2, 2, 0])
  }

  @Test func whatASourceCouldNotShowIsUnknownBesideWhatItShows() throws {
    let denied = Self.graph("denied", Self.denied, keys: 1)
    let report = try Self.report([denied])
    #expect(report.rules.map(\.status) == [.unknown, .unknown, .unknown, .unknown])
    #expect(report.rules.map(\.undecidedCount) == [1, 1, 1, 1])
    #expect(report.rules.map(\.counts.pass) == [1, 1, 1, 1])
    #expect(report.verdict == .undecided)
    let gap = try #require(report.rules[0].populations.first)
    #expect(gap.causes.map { "\($0.cause)" } == ["access denied: keys:List"])
  }

  @Test func whatOneSourceCouldNotShowNoOtherMakesUpFor() throws {
    func denied() -> InputFile { Self.graph("denied", Self.denied) }
    for inputs in [[denied(), Self.one], [Self.one, denied()]] {
      let report = try Self.report(inputs)
      #expect(report.rules.map(\.status) == [.unknown, .unknown, .unknown, .unknown])
      #expect(report.rules.map(\.populations.count) == [1, 1, 1, 1])
    }
    // That something fails is certain all the same.
    let statuses = try Self.statuses(denied(), Self.none)
    #expect(statuses == [.unknown, .unknown, .fail, .unknown])
  }

  @Test func aSourceThatNobodyAskedForAllLacksNothingThatOthersShow() throws {
    func silent() -> InputFile { Self.graph("silent", #""complete": []"#) }
    #expect(try Self.statuses(silent(), silent()) == [.unknown, .unknown, .unknown, .unknown])
    let together = try Self.report([silent(), silent()]).rules[0].populations
    #expect(together.map(\.inputs) == [[0, 1]])
    #expect(try Self.statuses(silent(), Self.one) == [.pass, .pass, .pass, .pass])
    #expect(try Self.statuses(Self.one, Laboratory.plan([])) == [.pass, .pass, .pass, .pass])
  }
}
