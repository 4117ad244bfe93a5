import DomainValues
import PolicyEvaluator
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// What is decided stays so, whatever becomes known.
struct KnowledgeTests {
  /// What was tried.
  private struct Tally {
    /// The subjects that were decided with less known.
    var decided = 0
    /// Those that were decided only when all was known.
    var opened = 0
  }

  /// Returns where rules that decide with less known decide otherwise when all is known.
  private static func difference(seed: UInt64, _ tally: inout Tally) throws -> String? {
    var world = try RandomWorld(seed: seed, extent: .paths)
    world.isKnown = true
    let tables = try world.tables(nodes: 1 + world.below(8), items: world.below(8))
    world.isKnown = false
    let blurred = world.blurred(tables)
    var rules = RandomRules(world)
    if rules.world.below(2) == 0 { try rules.function() }
    let ids = try (0..<3).map { _ in
      try rules.rule(
        rules.world.below(4) == 0 ? RandomWorld.item : RandomWorld.node,
        depth: 1 + rules.world.below(4))
    }
    let now = try Timestamp.parse("2026-01-01")
    let program = rules.world.program
    let known = Evaluation(program: program, graph: world.graph(of: tables), now: now)
    let less = Evaluation(program: program, graph: world.graph(of: blurred), now: now)
    for id in ids {
      let exact = known.evaluate(id).subjects.map(\.status)
      let found = less.evaluate(id).subjects.map(\.status)
      guard exact.count == found.count else { return "seed \(seed): other subjects" }
      for (row, (exact, found)) in zip(exact, found).enumerated() {
        if found == .unknown {
          tally.opened += exact == .unknown ? 0 : 1
          continue
        }
        tally.decided += 1
        guard exact != found else { continue }
        return """
          row \(row): \(found) with less known, in fact \(exact)
          \(rules.text(of: id))
          """
      }
    }
    return nil
  }

  @Test func whatRulesDecideStaysSoWhateverBecomesKnown() throws {
    var tally = Tally()
    let failures = try KeptSeeds.failures(of: "random-knowledge", rounds: 600) { seed in
      try KnowledgeTests.difference(seed: seed, &tally)
    }
    #expect(failures == [])
    #expect(tally.decided > 1000 && tally.opened > 300, "\(tally)")
  }
}
