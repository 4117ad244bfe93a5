package import DomainValues
package import PolicyIR
package import ResourceModel
internal import SourceText

/// What a run of rules is given; what it gives is a function of that.
package struct Evaluation: Sendable {
  /// The rules.
  package let program: Program

  /// What they judge.
  package let graph: ResourceGraph

  /// The instant of the run.
  package let now: Timestamp

  /// How much work one rule may do for one resource.
  package let limits: Limits

  /// Creates the run of rules of `program` over `graph`.
  package init(
    program: Program, graph: ResourceGraph, now: Timestamp, limits: Limits = .standard
  ) {
    self.program = program
    self.graph = graph
    self.now = now
    self.limits = limits
  }

  /// Returns what the rule says of every resource of its type.
  ///
  /// `parameters` are by 0-based index, and stand for the defaults.
  package func evaluate(_ rule: RuleID, parameters: [Int: Value] = [:]) -> RuleOutcome {
    var judgement = RuleJudgement(self, rule, parameters: parameters)
    return outcome(of: rule, by: &judgement)
  }

  /// Returns what the rule says of every resource of its type, and what its terms gave meanwhile.
  package func record(
    _ rule: RuleID, parameters: [Int: Value] = [:]
  ) -> (outcome: RuleOutcome, record: EvaluationRecord) {
    var judgement = RuleJudgement(self, rule, parameters: parameters)
    let empty = EvaluationRecord(termCount: program.termCount)
    judgement.evaluator.record = empty
    let outcome = outcome(of: rule, by: &judgement)
    return (outcome, judgement.evaluator.record ?? empty)
  }

  private func outcome(of rule: RuleID, by judgement: inout RuleJudgement) -> RuleOutcome {
    let type = program[rule].population
    let subjects = graph.rows(of: type).map { judgement.outcome(of: $0) }
    return RuleOutcome(
      rule: rule, population: RuleOutcome.Population(of: type, in: graph), subjects: subjects)
  }

  /// Returns what the rule says of the resource `row`.
  package func evaluate(
    _ rule: RuleID, parameters: [Int: Value] = [:], on row: RowID
  ) -> SubjectOutcome {
    var judgement = RuleJudgement(self, rule, parameters: parameters)
    return judgement.outcome(of: row)
  }

  /// Returns what a term is worth that stands alone, with `slots` as its variables.
  package func read(_ term: TermID, slots: [Cell] = [], parameters: [Cell] = []) -> Cell {
    let evaluator = TermEvaluator(
      program: program, graph: graph, rawValues: graph.rawValues, now: now, limits: limits)
    evaluator.slots = slots
    evaluator.parameters = parameters
    return evaluator.read(term)
  }
}
