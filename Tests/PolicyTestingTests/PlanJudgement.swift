import Collectors
import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceMapping
import ResourceModel
import SourceText

/// What rules say of a plan.
struct PlanJudgement {
  /// A rule and a resource.
  struct Question: Hashable {
    let rule: String
    let resource: String
  }

  /// What the rules say of the resources, of which several nodes may be made.
  let statuses: [Question: Set<Status>]

  /// Has all rules of the program judge the plan, which is read from `bytes`.
  init(_ program: Program, _ bytes: [UInt8]) throws {
    let file = SourceFile(name: "plan.json", bytes: bytes)
    let inventory = try TerraformPlanCollector.collect(file, id: FileID(index: 0))
    let now = try Timestamp.parse("2026-01-01")
    let (graph, _) = MappingEngine.map(inventory, program: program, now: now)
    let evaluation = Evaluation(program: program, graph: graph, now: now)
    var statuses: [Question: Set<Status>] = [:]
    for index in program.rules.indices {
      for subject in evaluation.evaluate(RuleID(index: index)).subjects {
        let question = Question(
          rule: program.rules[index].name, resource: graph.name(of: subject.row))
        statuses[question, default: []].insert(subject.status)
      }
    }
    self.statuses = statuses
  }
}
