internal import Parallelism
internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

extension TestRunner {
  /// Runs the tests against mutants of the rules that `filter` admits cases of, and of the
  /// functions that those call; at most `limit` mutants, spread over all of them.
  ///
  /// Cases that do not pass for the program itself are left out. Once `isOutOfTime` says so, the
  /// mutants that are left are not tried.
  package func mutate(
    _ filter: TestFilter? = nil, limit: Int? = nil,
    isOutOfTime: @Sendable () -> Bool = { false }
  ) -> MutationReport {
    let prepared = prepare(filter)
    let passes = ConcurrentWork.map(prepared.count, jobs: jobs) {
      run(prepared[$0]).hasPassed
    }
    var cases: [[PreparedCase]] = Array(repeating: [], count: program.rules.count)
    for (one, hasPassed) in zip(prepared, passes) where hasPassed {
      cases[one.rule.index].append(one)
    }
    let rules = program.rules.indices.filter {
      filter == nil ? concerns(pack: program.rules[$0].pack) : !cases[$0].isEmpty
    }
    let (mutants, callers) = findMutants(of: rules)
    let chosen = TestRunner.spread(mutants, limit: limit)
    let fixed = cases
    let results = ConcurrentWork.map(chosen.count, jobs: jobs) { index in
      let mutant = chosen[index]
      if isOutOfTime() { return MutationReport.Result(mutant: mutant, fate: .untried) }
      let affected: [Int] =
        switch mutant.place {
        case .rule(let id): [id.index]
        case .function(let id): callers[id.index]
        }
      return MutationReport.Result(
        mutant: mutant, fate: fate(of: mutant, affected.flatMap { fixed[$0] }))
    }
    let isComplete =
      filter == nil && chosen.count == mutants.count && !results.contains { $0.fate == .untried }
    return MutationReport(
      program: program, results: results, found: mutants.count, isComplete: isComplete)
  }

  /// Returns the mutants of all rules that are tested, and of the functions they call.
  package func mutants() -> [Mutant] {
    findMutants(of: program.rules.indices.filter { concerns(pack: program.rules[$0].pack) }).mutants
  }

  /// Returns the mutants, and for each function the rules whose statuses it may change.
  private func findMutants(of rules: [Int]) -> (mutants: [Mutant], callers: [[Int]]) {
    var finder = MutantFinder(program)
    var callers: [[Int]] = Array(repeating: [], count: program.functions.count)
    for index in rules {
      finder.visit(RuleID(index: index))
      var conditions = ConditionFinder(program)
      conditions.visit(program.rules[index])
      for id in conditions.reachedFunctions { callers[id.index].append(index) }
    }
    for index in program.functions.indices where !callers[index].isEmpty {
      finder.visit(FunctionID(index: index))
    }
    return (finder.mutants, callers)
  }

  /// Returns at most `limit` of the mutants, at even distances.
  private static func spread(_ mutants: [Mutant], limit: Int?) -> [Mutant] {
    guard let limit, limit < mutants.count else { return mutants }
    guard limit > 0 else { return [] }
    return (0..<limit).map { mutants[$0 * mutants.count / limit] }
  }

  private func fate(of mutant: Mutant, _ cases: [PreparedCase]) -> MutationReport.Fate {
    guard !cases.isEmpty else { return .untested }
    let mutated = mutant.applied(to: program)
    var isOverBudget = false
    for one in cases {
      guard case .success(let input) = one.input else { continue }
      let evaluation = Evaluation(
        program: mutated, graph: input.graph, now: one.now, limits: TestRunner.mutantLimits)
      let outcome = evaluation.evaluate(one.rule, parameters: one.testCase.parameters)
      if outcome.subjects.contains(where: { $0.causes.contains(TestRunner.mutantLimits.stepCause) })
      {
        isOverBudget = true
        continue
      }
      var judge = Judge(
        one.testCase, outcome, input, evaluation, kept: kept(for: one), isExplained: false)
      judge.judge()
      if !judge.failures.isEmpty { return .killed(by: one.testCase.name) }
    }
    return isOverBudget ? .timedOut : .survived
  }

  /// A mutant that needs more than this for a resource of a test has lost its way.
  private static let mutantLimits = Limits(steps: 250_000, depth: Limits.standard.depth)
}
