internal import DomainValues
internal import Parallelism
internal import PolicyIR
package import PolicyInterpreter
internal import ResourceModel

/// Rules made ready to judge all nodes of a graph at once.
///
/// The interpreter says what rules mean; this says the same of whole columns, and asks the
/// interpreter where it cannot tell.
package struct CompiledRules: Sendable {
  let evaluation: Evaluation
  let applications: [EvaluatedApplication]
  private let plans: [(plan: Plan, companion: Program)]

  /// The number of nodes that are judged together.
  private static let batch = 1024

  /// The number of batches that a thread takes at a time.
  private static let chunk = 16

  /// Compiles `applications` for the graph of `evaluation`.
  package init(_ applications: [EvaluatedApplication], _ evaluation: Evaluation) {
    self.evaluation = evaluation
    self.applications = applications
    let compiler = Compiler(evaluation: evaluation)
    var groups: [[(index: Int, application: EvaluatedApplication)]] = Array(
      repeating: [], count: evaluation.program.schema.resources.count)
    for (index, application) in applications.enumerated() {
      groups[evaluation.program[application.rule].population.index].append((index, application))
    }
    plans = groups.enumerated().compactMap { type, group in
      let population = ResourceTypeID(index: type)
      guard !group.isEmpty, evaluation.graph.count(of: population) > 0 else { return nil }
      return compiler.compile(group, for: population)
    }
  }

  /// The number of rule applications that need the interpreter for some of what they read.
  package var partialCount: Int {
    plans.reduce(0) { $0 + $1.plan.rules.count { !$0.isExact } }
  }

  /// Returns what each application says of all nodes of its type, in the order of the applications;
  /// `jobs` threads work at a time, which changes nothing in the result.
  package func evaluate(jobs: Int = 1) -> [RuleStatuses] {
    var statuses = applications.map {
      RuleStatuses(
        count: evaluation.graph.count(of: evaluation.program[$0.rule].population))
    }
    for (plan, companion) in plans {
      let count = evaluation.graph.count(of: plan.population)
      let length = CompiledRules.batch * CompiledRules.chunk
      let chunks = (count + length - 1) / length
      let parts = ConcurrentWork.map(
        chunks, jobs: jobs,
        worker: {
          BatchJudge(plan, companion: companion, evaluation: evaluation, applications: applications)
        },
        { index, judge in
          judge.judge(index * length..<min((index + 1) * length, count), by: CompiledRules.batch)
        })
      for (index, part) in parts.enumerated() {
        for (rule, codes) in zip(plan.rules, part) {
          statuses[rule.application].replace(from: index * length, with: codes)
        }
      }
    }
    return statuses
  }
}
