import Compliance
import Diagnostics
import Pipelines
import TestSupport
import Testing

/// A run that follows another does what changed, and says what it would say alone.
@Suite struct CheckSessionTests {
  /// A graph with a bucket that is open, one that is not, and one of which it is not known.
  private static func graph(_ names: [String] = ["open", "ours", "new"], stamp: String) -> InputFile
  {
    let values = ["false", "true", "{\"$unknown\":\"stale\"}"]
    var text = "{\"cispol_graph\":1,\"complete\":[\"lab.Bucket\"]}"
    for (name, value) in zip(names, values) {
      text +=
        "\n{\"type\":\"lab.Bucket\",\"attributes\":{\"name\":\"\(name)\",\"is_private\":\(value),\"owner\":null}}"
    }
    return file("graph.jsonl", text, stamp: stamp)
  }

  private static func file(_ name: String, _ text: String, stamp: String) -> InputFile {
    InputFile(name: name, stamp: stamp) { () throws(UnreadableInput) in
      if text.isEmpty { throw UnreadableInput("it is gone") }
      return InputFile(name: name, bytes: Array(text.utf8))
    }
  }

  private static func request(
    _ inputs: [InputFile], _ old: String = "", _ new: String = ""
  ) throws -> CheckRequest {
    let policies =
      old.isEmpty
      ? Laboratory.policies : Laboratory.policies.replacing(old, with: new)
    if !old.isEmpty { #expect(policies != Laboratory.policies) }
    return try Laboratory.request(inputs, hasBenchmark: false, policies: policies)
  }

  /// Runs the request in the session, holds the report against that of a run by itself, and returns
  /// what was done anew.
  private static func run(
    _ session: inout CheckSession, _ request: CheckRequest
  ) throws -> SessionWork {
    var alone = CheckPipeline()
    let wanted = try text(alone.run(request))
    #expect(try text(session.run(request)) == wanted)
    return session.work
  }

  private static func text(_ result: CheckResult) throws -> String {
    guard case .evaluated(let run) = result else { throw Laboratory.Unusable(description: "") }
    return run.json
  }

  private static let all = 3

  @Test func theSameAgainIsNoWork() throws {
    var session = CheckSession()
    let request = try Self.request([Self.graph(stamp: "1")])
    let first = try Self.run(&session, request)
    #expect(first.hasCheckedPacks)
    #expect(first.readInputs == ["graph.jsonl"])
    #expect(first.evaluatedRuleCount == Self.all)
    #expect(try Self.run(&session, request) == SessionWork())
  }

  @Test(arguments: [
    ("is open", "stands open"), ("length(bucket.name) >= least", "length(bucket.name) > least"),
    ("key.id != ", "key.id == "), ("/// Owned buckets", "/// All buckets"),
    ("least: Int = 3", "least: Int = 4"),
    ("require bucket.is_private", "require bucket.owner is present"),
    ("severity low", "severity high"),
  ])
  func aChangedRuleIsEvaluatedAlone(_ old: String, _ new: String) throws {
    var session = CheckSession()
    _ = try Self.run(&session, try Self.request([Self.graph(stamp: "1")]))
    let work = try Self.run(&session, try Self.request([Self.graph(stamp: "1")], old, new))
    #expect(work.hasCheckedPacks)
    #expect(work.readInputs == [])
    #expect(work.evaluatedRuleCount == 1)
  }

  @Test func aChangedInputIsReadAlone() throws {
    var session = CheckSession()
    let plan = InputFile(name: "plan.json", stamp: "1") { () throws(UnreadableInput) in
      Laboratory.mixed
    }
    _ = try Self.run(&session, try Self.request([plan, Self.graph(stamp: "1")]))
    let other = Self.graph(["ours", "open", "x"], stamp: "2")
    let work = try Self.run(&session, try Self.request([plan, other]))
    #expect(!work.hasCheckedPacks)
    #expect(work.readInputs == ["graph.jsonl"])
    // What is said of keys, of which there are none, stays.
    #expect(work.evaluatedRuleCount == Self.all - 1)
  }

  /// A session reads what no rule of a single run does.
  @Test func aNameDoesNotHangOnWhatElseIsRead() throws {
    let policies = """
      resource lab.Box {
        id: String key
        label: String key
        size: Int
      }
      rule boxes_are_small {
        for box in lab.Box
        require box.size < 3
      }
      """
    let text = """
      {"cispol_graph": 1, "complete": ["lab.Box"]}
      {"type": "lab.Box", "attributes": {"label": "red", "size": 9}}
      {"type": "lab.Box", "attributes": {"id": null, "label": "blue", "size": 9}}
      """
    let request = try Laboratory.request(
      [Self.file("graph.jsonl", text, stamp: "1")], hasBenchmark: false, policies: policies)
    var session = CheckSession()
    _ = try Self.run(&session, request)
    var alone = CheckPipeline()
    let report = try Self.text(alone.run(request))
    #expect(report.contains("lab.Box#1") && report.contains("lab.Box#2"))
    #expect(!report.contains("red") && !report.contains("blue"))
  }

  @Test func findingsOfAPlanStandWhereTheyDoNow() throws {
    let plan = Laboratory.planText([
      ("lab_bucket", "bad", #""name": "bad", "private": false, "owner": null"#, ""),
      ("lab_key", "one", #""id": "one""#, ""),
    ])
    func work(_ session: inout CheckSession, _ text: String, _ stamp: String) throws -> Int {
      var request = try Self.request([Self.file("plan.json", text, stamp: stamp)])
      request.tellsOfSettled = false
      return try Self.run(&session, request).evaluatedRuleCount
    }
    var session = CheckSession()
    #expect(try work(&session, plan, "1") == Self.all)
    // Only of the rule that fails something is told that stands elsewhere now.
    #expect(try work(&session, "\n\n" + plan, "2") == 1)
  }

  @Test func aChangedMappingConcernsWhatIsMapped() throws {
    var session = CheckSession()
    let plan = InputFile(name: "plan.json", stamp: "1") { () throws(UnreadableInput) in
      Laboratory.mixed
    }
    _ = try Self.run(&session, try Self.request([plan, Self.graph(stamp: "1")]))
    let work = try Self.run(
      &session,
      try Self.request([plan, Self.graph(stamp: "1")], "name = raw.name", "name = raw.owner"))
    #expect(work.readInputs == ["plan.json"])
  }

  @Test(arguments: [
    ("is_private: Bool", "is_private: Bool = false when absent"),
    ("owner: String?", "owner: String? formerly possessor"),
  ])
  func aChangedSchemaConcernsEveryInput(_ old: String, _ new: String) throws {
    var session = CheckSession()
    _ = try Self.run(&session, try Self.request([Self.graph(stamp: "1")]))
    let work = try Self.run(&session, try Self.request([Self.graph(stamp: "1")], old, new))
    #expect(work.readInputs == ["graph.jsonl"])
    #expect(work.evaluatedRuleCount == Self.all)
  }

  @Test func anotherInstantOrDetailIsAskedForAnew() throws {
    var session = CheckSession()
    var request = try Self.request([Self.graph(stamp: "1")])
    _ = try Self.run(&session, request)
    request.findingLimit = 1
    request.tellsOfSettled = false
    #expect(try Self.run(&session, request).evaluatedRuleCount == Self.all)
    request.undecidedLimit = 1
    #expect(try Self.run(&session, request).evaluatedRuleCount == Self.all)
    #expect(try Self.run(&session, request) == SessionWork())
  }

  @Test func packsThatAreBrokenForAWhileKeepTheGraph() throws {
    var session = CheckSession()
    _ = try Self.run(&session, try Self.request([Self.graph(stamp: "1")]))
    let broken = try Self.request([Self.graph(stamp: "1")], "bucket.is_private", "bucket.privet")
    #expect(throws: CheckFailure.diagnosed) { try session.run(broken) }
    #expect(session.diagnostics.containsError)
    let work = try Self.run(&session, try Self.request([Self.graph(stamp: "1")]))
    #expect(!session.diagnostics.containsError)
    #expect(work.readInputs == [])
    #expect(work.evaluatedRuleCount == 0)
  }

  @Test func anInputThatCannotBeOpenedIsSaidAndReadLater() throws {
    var session = CheckSession()
    _ = try Self.run(&session, try Self.request([Self.graph(stamp: "1")]))
    let gone = try Self.request([Self.file("graph.jsonl", "", stamp: "2")])
    #expect(throws: CheckFailure.unreadable(input: "graph.jsonl", UnreadableInput("it is gone"))) {
      try session.run(gone)
    }
    let work = try Self.run(&session, try Self.request([Self.graph(stamp: "3")]))
    #expect(work.readInputs == ["graph.jsonl"])
  }

  @Test func whatHasNoStampIsReadEveryTime() throws {
    var session = CheckSession()
    let request = try Self.request([Laboratory.mixed])
    for _ in 0..<2 { #expect(try Self.run(&session, request).readInputs == ["plan.json"]) }
  }
}
