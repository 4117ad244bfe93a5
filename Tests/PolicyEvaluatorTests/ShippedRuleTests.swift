import Collectors
import DomainValues
import Foundation
import PolicyEvaluator
import PolicyIR
import PolicyInterpreter
import ResourceMapping
import ResourceModel
import SourceText
import TestSupport
import Testing

/// All rules of the shipped packs, over all plans of the project.
struct ShippedRuleTests {
  @Test func bothEvaluatorsSayTheSameOfEveryPlan() throws {
    let program = try ShippedPacks().program
    let now = try Timestamp.parse("2026-01-01")
    let rules = program.rules.indices.map { RuleID(index: $0) }
    let applications = rules.map { EvaluatedApplication(rule: $0, parameters: [:]) }
    var judged = 0
    let files =
      ShippedPacks.files(below: "Tests/Fixtures/plans", extension: "json")
      + ShippedPacks.files(below: "examples", extension: "json")
    for url in files {
      let file = SourceFile(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
      var sources = SourceMap()
      let id = sources.insert(file)
      // Some files of the examples are expected outputs.
      guard let inventory = try? TerraformPlanCollector.collect(file, id: id) else { continue }
      let (graph, _) = MappingEngine.map(inventory, program: program, now: now)
      let evaluation = Evaluation(program: program, graph: graph, now: now)
      let outcomes = CompiledRules(applications, evaluation).outcomes(jobs: 2)
      for (rule, outcome) in zip(rules, outcomes) {
        let wanted = evaluation.evaluate(rule)
        judged += wanted.subjects.count
        #expect(outcome == wanted, "\(program[rule].name) of \(url.lastPathComponent)")
      }
      let few = CompiledRules(applications, evaluation, least: CompiledRules.worthwhileCount)
      #expect(few.outcomes() == outcomes, "\(url.lastPathComponent)")
    }
    #expect(judged > 1000)
  }
}
