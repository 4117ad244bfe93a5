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

  /// The number of nodes of a type from which on compiling its rules takes less than it saves.
  package static let worthwhileCount = 128

  /// The applications that are not compiled, because there are few nodes of their type.
  private let interpreted: [Int]

  /// The number of nodes that are judged together.
  private static let batch = 1024

  /// The number of batches that a thread takes at a time.
  private static let chunk = 16

  /// Compiles `applications` for the graph of `evaluation`, where that has at least `least` nodes of
  /// their types; fewer are left to the interpreter, which says the same.
  package init(
    _ applications: [EvaluatedApplication], _ evaluation: Evaluation, least: Int = 0
  ) {
    self.evaluation = evaluation
    self.applications = applications
    let compiler = Compiler(evaluation: evaluation)
    var groups: [[(index: Int, application: EvaluatedApplication)]] = Array(
      repeating: [], count: evaluation.program.schema.resources.count)
    for (index, application) in applications.enumerated() {
      groups[evaluation.program[application.rule].population.index].append((index, application))
    }
    var interpreted: [Int] = []
    plans = groups.enumerated().compactMap { type, group in
      let population = ResourceTypeID(index: type)
      let count = evaluation.graph.count(of: population)
      guard !group.isEmpty, count > 0 else { return nil }
      guard count >= least else {
        interpreted += group.map(\.index)
        return nil
      }
      return compiler.compile(group, for: population)
    }
    self.interpreted = interpreted
  }

  /// The number of rule applications that need the interpreter for some of what they read.
  package var partialCount: Int {
    plans.reduce(0) { $0 + $1.plan.rules.count { !$0.isExact } }
  }

  /// Returns what each application says of all nodes of its type, in the order of the applications;
  /// `jobs` threads work at a time, which changes nothing in the result.
  package func evaluate(jobs: Int = 1) -> [RuleStatuses] {
    evaluate(beside: interpretations(jobs: jobs), jobs: jobs)
  }

  /// Returns all outcomes of the applications that are left to the interpreter, by application;
  /// `nil` for those that are not.
  func interpretations(jobs: Int) -> [[SubjectOutcome]?] {
    var outcomes: [[SubjectOutcome]?] = Array(repeating: nil, count: applications.count)
    let made = ConcurrentWork.map(interpreted.count, jobs: jobs) { number in
      let (rule, parameters) = (
        applications[interpreted[number]].rule, applications[interpreted[number]].parameters
      )
      var reader = RuleReader(evaluation, rule, parameters: parameters)
      return evaluation.graph.rows(of: evaluation.program[rule].population)
        .map { reader.outcome(of: $0) }
    }
    for (index, made) in zip(interpreted, made) { outcomes[index] = made }
    return outcomes
  }

  /// Returns the statuses that `interpreted` has, and those of the other applications.
  func evaluate(beside interpreted: [[SubjectOutcome]?], jobs: Int) -> [RuleStatuses] {
    var statuses = zip(applications, interpreted).map { application, outcomes in
      if let outcomes { return RuleStatuses(outcomes.map(\.status)) }
      return RuleStatuses(
        count: evaluation.graph.count(of: evaluation.program[application.rule].population))
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
