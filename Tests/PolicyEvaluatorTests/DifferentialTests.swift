import DomainValues
import PolicyEvaluator
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// The evaluator of columns and the interpreter say the same.
struct DifferentialTests {
  /// What was tried.
  private struct Tally {
    var rules = 0
    var partial = 0
    var statuses: Set<Status> = []
  }

  /// Tries some random rules over a random graph, and returns what differs.
  private static func difference(
    seed: UInt64, _ extent: RandomWorld.Extent, _ tally: inout Tally
  ) throws -> String? {
    var world = try RandomWorld(seed: seed, extent: extent)
    let (nodes, items) = (1 + world.below(20), world.below(16))
    let graph = try world.graph(nodes: nodes, items: items)
    var rules = RandomRules(world)
    if rules.world.below(2) == 0 { try rules.function() }
    var ids: [RuleID] = []
    for _ in 0..<3 {
      let population = rules.world.below(4) == 0 ? RandomWorld.item : RandomWorld.node
      ids.append(try rules.rule(population, depth: 1 + rules.world.below(4)))
    }
    let limits = rules.world.below(5) == 0 ? Limits(steps: 40, depth: 12) : .standard
    try rules.world.program.verify()
    let evaluation = Evaluation(
      program: rules.world.program, graph: graph, now: try Timestamp.parse("2026-01-01"),
      limits: limits)
    let compiled = CompiledRules(
      ids.map { EvaluatedApplication(rule: $0, parameters: [:]) }, evaluation)
    tally.rules += ids.count
    tally.partial += compiled.partialCount
    // Several threads work with copies of their own.
    let statuses = compiled.evaluate(jobs: 1 + Int(seed % 2))
    for (id, statuses) in zip(ids, statuses) {
      let wanted = evaluation.evaluate(id).subjects.map(\.status)
      let found = (0..<statuses.count).map { statuses[$0] }
      tally.statuses.formUnion(wanted)
      guard wanted != found else { continue }
      let row = zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
      return """
        row \(row): interpreter \(wanted[row]), evaluator \(found[row]), \
        limits \(limits.steps)
        \(rules.text(of: id))
        """
    }
    return nil
  }

  /// Expects that both agree on the seeds of the law `name`, and returns what was tried.
  private static func expectAgreement(
    _ name: String, rounds: UInt64, _ extent: RandomWorld.Extent
  ) throws -> Tally {
    var tally = Tally()
    let failures = try KeptSeeds.failures(of: name, rounds: rounds) { seed in
      try DifferentialTests.difference(seed: seed, extent, &tally)
    }
    #expect(failures == [])
    #expect(tally.statuses.count == Status.allCases.count)
    return tally
  }

  @Test func randomRulesOverRandomGraphsAgree() throws {
    let tally = try DifferentialTests.expectAgreement("evaluators", rounds: 1000, .plain)
    // Were everything left to the interpreter, agreeing would be no feat.
    #expect(tally.partial * 2 < tally.rules, "\(tally.partial) of \(tally.rules)")
  }

  @Test func pathsGroupsVersionsAndAddressesAgreeToo() throws {
    let tally = try DifferentialTests.expectAgreement("evaluators-of-paths", rounds: 500, .paths)
    #expect(tally.partial < tally.rules)
  }

  @Test func setsThatArePutTogetherAgreeToo() throws {
    let tally = try DifferentialTests.expectAgreement("evaluators-of-sets", rounds: 500, .sets)
    #expect(tally.partial * 2 < tally.rules, "\(tally.partial) of \(tally.rules)")
  }
}
