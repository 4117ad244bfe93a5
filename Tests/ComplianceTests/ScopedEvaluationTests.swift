import Compliance
import DomainValues
import Foundation
import Pipelines
import PolicyIR
import PolicyInterpreter
import PolicyPacks
import ResourceModel
import TestSupport
import Testing

/// Rules over columns, with values of parameters that differ from resource to resource, say what the
/// interpreter says of each resource by itself.
struct ScopedEvaluationTests {
  /// Returns what the interpreter says of each resource by all values that may be meant for it.
  private func wanted(_ run: EvaluatedRun, _ index: Int, _ input: EvaluatedInput) throws
    -> [SubjectOutcome]
  {
    let application = run.selection.applications[index]
    let evaluation = Evaluation(program: run.program, graph: input.graph, now: run.report.now)
    let type = run.program[application.rule].population
    return (0..<input.graph.count(of: type)).map { number in
      let row = RowID(type: type, index: number)
      let effective = application.parameters(
        of: row, in: input.graph, accounts: run.governance.accounts)
      let outcomes = effective.candidates.map {
        evaluation.evaluate(application.rule, parameters: $0, on: row)
      }
      if let first = outcomes.first, outcomes.allSatisfy({ $0.status == first.status }) {
        return first
      }
      var causes = effective.causes
      if outcomes.isEmpty {
        causes.append(Cause(.limitExceeded, "too many values of parameters may be meant"))
      }
      for cause in outcomes.flatMap(\.causes) where !causes.contains(cause) { causes.append(cause) }
      return SubjectOutcome(
        row: row, status: .unknown, causes: causes, origin: input.graph.origin(of: row))
    }
  }

  /// Compares all outcomes of `run`, and returns of how many resources they speak that are judged by
  /// other values than the benchmark's own.
  private func compare(_ run: EvaluatedRun, _ what: String) throws -> Int {
    for input in run.inputs {
      for (index, outcome) in input.outcomes.enumerated() {
        #expect(try outcome.subjects == wanted(run, index, input), "\(what), rule \(index)")
      }
    }
    return run.report.findings.count { !$0.deviations.isEmpty }
  }

  /// Random entries for the parameters of the rules of the laboratory.
  private func entries(_ random: inout SeededRandom) -> String {
    let scopes = [
      "", ", accounts: [\"222222222222\"]", ", accounts: [\"1*\", \"3*\"]", ", regions: [us-*]",
      ", regions: [eu-central-1]", ", tags: {env: test}", ", tags: {env: \"*\"}", ", units: [lab]",
      ", units: [prod], regions: [eu-*]", ", accounts: [\"1*\"], tags: {env: prod}",
    ]
    let values = [
      ("hosts_are_young", ["limit: \"5\"", "limit: \"9\"", "limit: \"20\"", "limit: \"12\""]),
      ("ports_are_closed", ["ports: \"{22}\"", "ports: \"{}\"", "ports: \"{22, 3389, 80}\""]),
    ]
    return (0..<random.pick(Array(0..<8))).map { _ in
      let (rule, choices) = random.pick(values)
      let (value, scope) = (random.pick(choices), random.pick(scopes))
      return "  - {rule: \(rule), with: {\(value)}, reason: r\(scope)}\n"
    }.joined()
  }

  @Test func randomOverridesAreJudgedAsByTheInterpreter() throws {
    var random = SeededRandom(seed: 41)
    var changed = 0
    for number in 0..<60 {
      let entries = entries(&random)
      var decisions = GovernedLaboratory.Decisions()
      decisions.benchmarks = ["gov@1.0", "gov@2.0"]
      decisions.configuration = """
        accounts: {"111111111111": {unit: prod}\(number % 2 == 0 ? ", \"222222222222\": {unit: lab}" : "")}
        parameters: \(entries.isEmpty ? "[]" : "\n" + entries)
        """
      changed += try compare(try GovernedLaboratory.run(decisions), "\(number): \(entries)")
    }
    #expect(changed > 100)
  }

  @Test func overridesOfShippedRulesAreJudgedAsByTheInterpreter() throws {
    let text = { (path: String) in
      [UInt8](try Data(contentsOf: ShippedPacks.project.appending(path: path)))
    }
    var project = ConfigurationPipeline()
    let read = project.read(
      PolicyFile(name: "cispol.yaml", bytes: try text("examples/governed/cispol.yaml")))
    var request = CheckRequest(now: try Timestamp.parse("2026-01-01"))
    request.configuration = try #require(read)
    request.sources = project.sources
    request.benchmarks = [try BenchmarkRequest.parse("cis-aws-foundations@1.4.0")]
    request.shipped = try ShippedPacks.folders()
    request.inputs = [
      InputFile(name: "plan.json", bytes: try text("examples/quickstart/plan.json"))
    ]
    var pipeline = CheckPipeline()
    guard case .evaluated(let run) = try pipeline.run(request) else {
      Issue.record("nothing was evaluated")
      return
    }
    #expect(try compare(run, "quickstart") > 5)
  }
}
