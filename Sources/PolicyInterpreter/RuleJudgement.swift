internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Judges resources by one rule.
struct RuleJudgement {
  /// The rule.
  let rule: Rule

  /// Walks its terms.
  let evaluator: TermEvaluator

  private let graph: ResourceGraph

  /// Creates the judgement by `rule` with `parameters`.
  init(_ evaluation: Evaluation, _ rule: RuleID, parameters: [Int: Value]) {
    self.rule = evaluation.program[rule]
    graph = evaluation.graph
    evaluator = TermEvaluator(
      program: evaluation.program, graph: evaluation.graph,
      rawValues: evaluation.graph.rawValues, now: evaluation.now, limits: evaluation.limits)
    evaluator.parameters = self.rule.parameters.enumerated().map { index, parameter in
      guard let value = parameters[index] ?? parameter.defaultValue else {
        return Cell(.unknown(Cause(.undecidable, "the parameter `\(parameter.name)` has no value")))
      }
      return Cell(.value(value))
    }
  }

  /// Forgets the resource before, and lets the rule speak of `row`.
  mutating func begin(_ row: RowID) {
    evaluator.steps = 0
    evaluator.depth = 0
    evaluator.clearSlots(rule.slotCount)
    let origin = graph.provenance(of: row).origin
    evaluator.bind(rule.subjectSlot, Cell(.value(.resource(row)), origin: origin))
  }

  /// Returns what the rule says of the resource.
  mutating func outcome(of row: RowID) -> SubjectOutcome {
    begin(row)
    let place = graph.provenance(of: row).origin
    var applies = Answer.yes
    var holds = Answer.yes
    var failures: [(message: TermID?, origin: SourceRange?)] = []
    var doubtful: SourceRange?
    for step in rule.steps {
      switch step {
      case .constant(let slot, let term): evaluator.bind(slot, evaluator.evaluate(term))
      case .filter(let term):
        let cell = evaluator.read(term)
        let answer = Answer(cell.reading)
        if answer == .no {
          return SubjectOutcome(row: row, status: .notApplicable, origin: cell.origin ?? place)
        }
        if answer.truth == .unknown { doubtful = doubtful ?? cell.origin }
        applies = applies.and(answer)
      case .requirement(let term, let message):
        // An unknown `where` leaves the status open whatever the requirements say.
        guard applies == .yes else { continue }
        let cell = evaluator.read(term)
        let answer = Answer(cell.reading)
        if answer == .no { failures.append((message, cell.origin)) }
        if answer.truth == .unknown { doubtful = doubtful ?? cell.origin }
        holds = holds.and(answer)
      }
    }
    guard applies == .yes, failures.isEmpty else {
      return applies == .yes
        ? failed(row, failures, place) : undecided(row, applies.causes, doubtful ?? place)
    }
    guard holds == .yes else { return undecided(row, holds.causes, doubtful ?? place) }
    return SubjectOutcome(row: row, status: .pass, origin: place)
  }

  private func undecided(
    _ row: RowID, _ causes: [Cause], _ origin: SourceRange?
  ) -> SubjectOutcome {
    SubjectOutcome(row: row, status: .unknown, causes: causes, origin: origin)
  }

  private mutating func failed(
    _ row: RowID, _ failures: [(message: TermID?, origin: SourceRange?)], _ place: SourceRange?
  ) -> SubjectOutcome {
    let messages = failures.map { failure in
      // A message has its own budget, so that a costly requirement does not silence it.
      evaluator.steps = 0
      return failure.message.map { evaluator.message($0) } ?? rule.title
    }
    let origin = failures.lazy.compactMap(\.origin).first ?? place
    return SubjectOutcome(row: row, status: .fail, messages: messages, origin: origin)
  }
}
