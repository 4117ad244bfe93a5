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

  /// Returns the codes of the statuses of the nodes in the range, by rule; `batch` nodes are judged
  /// together.
  mutating func judge(_ rows: Range<Int>, by batch: Int) -> [[UInt8]] {
    var codes: [[UInt8]] = plan.rules.map { _ in [] }
    for index in codes.indices { codes[index].reserveCapacity(rows.count) }
    var lower = rows.lowerBound
    while lower < rows.upperBound {
      let upper = min(lower + batch, rows.upperBound)
      judge(lower..<upper, &codes)
      lower = upper
    }
    for (index, rule) in plan.rules.enumerated()
    where Kernels.contains(codes[index], rows.count, RuleStatuses.open) {
      for row in rows where codes[index][row - rows.lowerBound] == RuleStatuses.open {
        codes[index][row - rows.lowerBound] = ask(rule.application, row)
      }
    }
    return codes
  }

  /// Judges one batch, whose codes are added.
  private mutating func judge(_ rows: Range<Int>, _ codes: inout [[UInt8]]) {
    machine.begin(rows)
    for (index, rule) in plan.rules.enumerated() {
      let steps = judge(rule, &codes[index])
      // Without costs of its own, a rule takes half of what is allowed at most.
      let limit = rule.costs.isEmpty ? evaluation.limits.steps / 2 : evaluation.limits.steps
      guard machine.isTooWide || steps > limit else { continue }
      // Fewer nodes take less; what a single one takes is for the interpreter to count.
      for judged in 0...index { codes[judged].removeLast(rows.count) }
      guard rows.count > 1 else {
        for index in codes.indices { codes[index].append(RuleStatuses.open) }
        return
      }
      let middle = rows.lowerBound + rows.count / 2
      judge(rows.lowerBound..<middle, &codes)
      judge(middle..<rows.upperBound, &codes)
      return
    }
  }

  /// Adds the codes of the batch by one rule, and returns an upper bound of the steps that takes.
  private func judge(_ rule: Plan.Rule, _ codes: inout [UInt8]) -> Int {
    let count = machine.batch.count
    if let id = rule.applies { machine.demand(id) }
    let applies = rule.applies.map { machine.vectors[$0].bytes }
    // Requirements matter only where the rule surely applies.
    var holds: [UInt8]?
    if let id = rule.holds, applies.map({ Kernels.contains($0, count, 2) }) ?? true {
      machine.demand(id, count: count) { (applies?[$0] ?? rule.constantApplies) == 2 }
      holds = machine.vectors[id].bytes
    }
    if applies == nil, rule.constantApplies == 2, rule.isExact, let holds {
      codes.append(contentsOf: holds.prefix(count))
    } else {
      let applies = applies ?? Array(repeating: rule.constantApplies, count: count)
      let holds = holds ?? Array(repeating: rule.constantHolds, count: count)
      let open = rule.isExact ? RuleStatuses.code(of: .unknown) : RuleStatuses.open
      var judged = [UInt8](repeating: open, count: count)
      Kernels.codes(
        applies.span.extracting(first: count), holds.span, open: open, into: &judged)
      codes += judged
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
