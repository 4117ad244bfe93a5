internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Judges batches of nodes by all rules of a plan; each thread has its own.
struct BatchJudge {
  private let plan: Plan
  private let machine: Machine
  private let evaluation: Evaluation
  private let applications: [EvaluatedApplication]
  private var readers: [Int: RuleReader] = [:]

  /// Creates a judge by the rules of the plan.
  init(
    _ plan: Plan, companion: Program, evaluation: Evaluation,
    applications: [EvaluatedApplication]
  ) {
    self.plan = plan
    self.evaluation = evaluation
    self.applications = applications
    machine = Machine(plan, companion: companion, evaluation: evaluation)
  }

  /// Returns the codes of the statuses of the nodes in the range, by rule.
  mutating func judge(_ rows: Range<Int>, by batch: Int) -> [[UInt8]] {
    var codes = plan.rules.map { _ in
      [UInt8](repeating: RuleStatuses.open, count: rows.count)
    }
    var lower = rows.lowerBound
    while lower < rows.upperBound {
      let upper = min(lower + batch, rows.upperBound)
      judge(lower..<upper, at: lower - rows.lowerBound, &codes)
      lower = upper
    }
    for (index, rule) in plan.rules.enumerated() where codes[index].contains(RuleStatuses.open) {
      for row in rows.indices where codes[index][row - rows.lowerBound] == RuleStatuses.open {
        codes[index][row - rows.lowerBound] = ask(rule.application, row)
      }
    }
    return codes
  }

  /// Judges one batch, whose codes go from `place` on.
  private mutating func judge(_ rows: Range<Int>, at place: Int, _ codes: inout [[UInt8]]) {
    machine.begin(rows)
    for (index, rule) in plan.rules.enumerated() {
      let steps = judge(rule, at: place, &codes[index])
      // Without costs of its own, a rule takes half of what is allowed at most.
      let limit = rule.costs.isEmpty ? evaluation.limits.steps / 2 : evaluation.limits.steps
      guard machine.isTooWide || steps > limit else { continue }
      // Fewer nodes take less; what a single one takes is for the interpreter to count.
      for row in 0..<rows.count {
        for index in codes.indices { codes[index][place + row] = RuleStatuses.open }
      }
      guard rows.count > 1 else { return }
      let middle = rows.lowerBound + rows.count / 2
      judge(rows.lowerBound..<middle, at: place, &codes)
      judge(middle..<rows.upperBound, at: place + rows.count / 2, &codes)
      return
    }
  }

  /// Judges the batch by one rule, and returns an upper bound of the steps that takes.
  private func judge(_ rule: Plan.Rule, at place: Int, _ codes: inout [UInt8]) -> Int {
    let count = machine.batch.count
    let open = rule.isExact ? RuleStatuses.code(of: .unknown) : RuleStatuses.open
    if let id = rule.applies { machine.demand(id) }
    let applies = rule.applies.map { machine.vectors[$0].bytes }
    // Requirements matter only where the rule surely applies.
    var holds: [UInt8]?
    if let id = rule.holds, applies.map({ !Kernels.holdsNo($0, count, 2) }) ?? true {
      machine.demand(id, count: count) { (applies?[$0] ?? rule.constantApplies) == 2 }
      holds = machine.vectors[id].bytes
    }
    if applies == nil, rule.constantApplies == 2, rule.isExact, let holds {
      codes.replaceSubrange(place..<(place + count), with: holds.prefix(count))
    } else {
      for row in 0..<count {
        let one = applies?[row] ?? rule.constantApplies
        let other = holds?[row] ?? rule.constantHolds
        let code = one == 2 ? other : one == 0 ? 3 : 1
        codes[place + row] = code == 1 ? open : code
      }
    }
    return machine.steps(rule.costs)
  }

  /// Returns the code of what the interpreter says.
  private mutating func ask(_ application: Int, _ row: Int) -> UInt8 {
    let (rule, parameters) = (
      applications[application].rule, applications[application].parameters
    )
    var reader = readers[application] ?? RuleReader(evaluation, rule, parameters: parameters)
    readers[application] = reader
    let population = evaluation.program[rule].population
    let outcome = reader.outcome(of: RowID(type: population, index: row))
    return RuleStatuses.code(of: outcome.status)
  }
}
