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

  /// Returns the status of each rule for the plan.
  private static func statuses(_ plan: InputFile) throws -> [ControlStatus] {
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
    request.inputs = [plan]
    var pipeline = CheckPipeline()
    let result = try pipeline.run(request)
    guard case .evaluated(let run) = result else { return [] }
    return run.report.rules.map(\.status)
  }

  @Test func aPopulationThatWasNotCollectedIsUnknownWhateverTheRuleSays() throws {
    let plan = Laboratory.plan([])
    let text = String(decoding: plan.bytes, as: UTF8.self)
      .replacing("\"complete\": true", with: "\"complete\": false")
    let incomplete = InputFile(name: plan.name, bytes: Array(text.utf8))
    // A complete plan shows what it manages, and not that there is nothing else.
    for input in [plan, incomplete] {
      #expect(try Self.statuses(input) == [.unknown, .unknown, .unknown, .unknown])
    }
  }

  @Test func aPopulationThatIsThereIsJudged() throws {
    let plan = Laboratory.plan([("lab_key", "a", #""id": "a""#, "")])
    #expect(try Self.statuses(plan) == [.pass, .pass, .pass, .pass])
  }
}
