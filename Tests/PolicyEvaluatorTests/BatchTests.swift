import DomainValues
import PolicyEvaluator
import PolicyIR
import PolicyInterpreter
import ResourceModel
import Testing

/// Batches and threads are not seen in what comes out.
struct BatchTests {
  /// Returns rules over a graph of more nodes than a batch, or a thread's share, has.
  private static func evaluation(
    seed: UInt64, _ extent: RandomWorld.Extent = .plain
  ) throws -> (Evaluation, [EvaluatedApplication]) {
    var world = try RandomWorld(seed: seed, extent: extent)
    let graph = try world.graph(nodes: 20_000, items: 3000)
    var rules = RandomRules(world)
    let ids = try (0..<4).map { number in
      try rules.rule(number == 3 ? RandomWorld.item : RandomWorld.node, depth: 3)
    }
    let evaluation = Evaluation(
      program: rules.world.program, graph: graph, now: try Timestamp.parse("2026-01-01"))
    return (evaluation, ids.map { EvaluatedApplication(rule: $0, parameters: [:]) })
  }

  @Test(arguments: [RandomWorld.Extent.plain, .paths, .sets])
  func manyThreadsSayWhatOneDoes(_ extent: RandomWorld.Extent) throws {
    let (evaluation, applications) = try BatchTests.evaluation(seed: 5, extent)
    let compiled = CompiledRules(applications, evaluation)
    let one = compiled.evaluate(jobs: 1)
    #expect(one.map(\.count) == [20_000, 20_000, 20_000, 3000])
    for jobs in 2...4 { #expect(compiled.evaluate(jobs: jobs) == one, "\(jobs) threads") }
  }

  @Test func manyThreadsTellOfTheSameResourcesWhatOneDoes() throws {
    let (evaluation, applications) = try BatchTests.evaluation(seed: 9, .sets)
    let compiled = CompiledRules(applications, evaluation)
    let some = OutcomeDetail(includesSettled: false, limit: 150, undecidedLimit: 90)
    for detail in [some, .everything] {
      let one = compiled.outcomes(jobs: 1, detail: detail)
      #expect(one.contains { $0.subjects.count > 64 })
      #expect(compiled.outcomes(jobs: 3, detail: detail) == one)
    }
  }

  @Test func everyRowOfManyBatchesIsJudgedAsByItself() throws {
    let (evaluation, applications) = try BatchTests.evaluation(seed: 6)
    let compiled = CompiledRules(applications, evaluation).evaluate()
    for (application, statuses) in zip(applications, compiled).prefix(3) {
      for row in [0, 1, 1023, 1024, 1025, 16_383, 16_384, 19_999] {
        let outcome = evaluation.evaluate(
          application.rule, on: RowID(type: RandomWorld.node, index: row))
        #expect(statuses[row] == outcome.status, "row \(row)")
      }
      let counted = Status.allCases.map { statuses.count(of: $0) }.reduce(0, +)
      #expect(counted == statuses.count)
    }
  }

  @Test func aTypeWithoutNodesHasNoStatuses() throws {
    var world = try RandomWorld(seed: 7, extent: .plain)
    let graph = try world.graph(nodes: 1, items: 0)
    var rules = RandomRules(world)
    let rule = try rules.rule(RandomWorld.item, depth: 1)
    let evaluation = Evaluation(
      program: rules.world.program, graph: graph, now: try Timestamp.parse("2026-01-01"))
    let compiled = CompiledRules([EvaluatedApplication(rule: rule, parameters: [:])], evaluation)
    #expect(compiled.evaluate()[0].count == 0)
    #expect(compiled.outcomes() == [evaluation.evaluate(rule)])
  }

  @Test func oneNodeWithMoreThanTheStepsAllowIsUnknown() throws {
    var world = try RandomWorld(seed: 8, extent: .plain)
    let graph = try world.graph(nodes: 40, items: 5)
    var rules = RandomRules(world)
    let ids = try (0..<20).map { _ in try rules.rule(RandomWorld.node, depth: 4) }
    for steps in [1, 10, 100, 1000] {
      let evaluation = Evaluation(
        program: rules.world.program, graph: graph, now: try Timestamp.parse("2026-01-01"),
        limits: Limits(steps: steps, depth: 400))
      let applications = ids.map { EvaluatedApplication(rule: $0, parameters: [:]) }
      let outcomes = CompiledRules(applications, evaluation).outcomes()
      for (id, outcome) in zip(ids, outcomes) { #expect(outcome == evaluation.evaluate(id)) }
    }
  }
}
