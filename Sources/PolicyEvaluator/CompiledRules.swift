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
  let plans: [(plan: Plan, companion: Program)]

  /// The number of nodes of a type from which on compiling its rules takes less than it saves.
  package static let worthwhileCount = 128

  /// The applications that are not compiled, because there are few nodes of their type.
  private let interpreted: [Int]

  /// The number of nodes that are judged together.
  private static let batch = 1024

  /// The number of nodes that are judged together where only their own attributes matter.
  private static let flatBatch = 2048

  /// The number of nodes that a thread judges at a time.
  private static let portion = 1 << 14

  /// The number of nodes that a thread judges at a time where distinct values are looked into, which
  /// may take a hundred times as long.
  private static let laboriousPortion = 256

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
    let portions = portions(jobs: jobs)
    return ConcurrentWork.collect(
      portions.count, jobs: jobs, into: { statuses(beside: interpreted) },
      worker: { PortionJudge(self, isOneOfMany: jobs > 1) },
      { index, judge in judge.judge(portions[index], by: batch(of: portions[index])) },
      by: { index, codes, statuses in
        let portion = portions[index]
        for (rule, codes) in zip(plans[portion.plan].plan.rules, codes) {
          statuses[rule.application].replace(from: portion.rows.lowerBound, with: codes)
        }
      })
  }

  /// Returns the statuses that `interpreted` has, and room for those of the other applications.
  private func statuses(beside interpreted: [[SubjectOutcome]?]) -> [RuleStatuses] {
    zip(applications, interpreted).map { application, outcomes in
      if let outcomes { return RuleStatuses(outcomes.map(\.status)) }
      return RuleStatuses(
        count: evaluation.graph.count(of: evaluation.program[application.rule].population))
    }
  }

  /// Returns how many nodes of the portion are judged together.
  private func batch(of portion: Portion) -> Int {
    let plan = plans[portion.plan].plan
    // What frames and tables hold has to fit into the caches as well.
    return plan.frames.count > 1 || plan.isLaborious ? CompiledRules.batch : CompiledRules.flatBatch
  }

  /// Returns all nodes that are judged, plan by plan, in portions that are worth a change of threads.
  private func portions(jobs: Int) -> [Portion] {
    var portions: [Portion] = []
    for (index, (plan, _)) in plans.enumerated() {
      let count = evaluation.graph.count(of: plan.population)
      let isLaborious = jobs > 1 && plan.isLaborious
      let size = isLaborious ? CompiledRules.laboriousPortion : CompiledRules.portion
      for lower in stride(from: 0, to: count, by: size) {
        portions.append(Portion(plan: index, rows: lower..<min(lower + size, count)))
      }
    }
    return portions
  }
}
