internal import Parallelism
internal import PolicyIR
package import PolicyInterpreter
internal import ResourceModel
internal import SourceText

extension CompiledRules {
  /// The number of nodes whose outcomes a thread makes at a time.
  private static let portion = 256

  /// Returns the outcomes of all applications, in their order, which tell of as much as `detail`
  /// says; `jobs` threads work at a time, which changes nothing in the result.
  ///
  /// What nothing is told of costs nothing more, and of what passes nothing is evaluated again.
  /// Messages, causes and places of the rest come from the interpreter.
  package func outcomes(
    jobs: Int = 1, detail: OutcomeDetail = .everything
  ) -> [RuleOutcome] {
    let interpreted = interpretations(jobs: jobs)
    let statuses = evaluate(beside: interpreted, jobs: jobs)
    return zip(applications, zip(statuses, interpreted)).map { application, found in
      let (statuses, interpreted) = found
      guard let interpreted else {
        return outcome(of: application, statuses, jobs: jobs, detail: detail)
      }
      return RuleOutcome(
        rule: application.rule, population: .evaluated, statuses: statuses,
        subjects: detail.rows(of: statuses).map { interpreted[$0] })
    }
  }

  private func outcome(
    of application: EvaluatedApplication, _ statuses: RuleStatuses, jobs: Int,
    detail: OutcomeDetail
  ) -> RuleOutcome {
    let type = evaluation.program[application.rule].population
    guard statuses.count > 0 else {
      let missing = evaluation.graph.missing(of: type)
      return RuleOutcome(
        rule: application.rule,
        population: missing.isEmpty ? .noResources : .notCollected(missing.distinct), subjects: [])
    }
    let rows = detail.rows(of: statuses)
    let portions = (rows.count + CompiledRules.portion - 1) / CompiledRules.portion
    let parts = ConcurrentWork.map(
      portions, jobs: jobs,
      worker: {
        RuleReader(evaluation, application.rule, parameters: application.parameters)
      },
      { index, reader in
        let lower = index * CompiledRules.portion
        let upper = min(lower + CompiledRules.portion, rows.count)
        return rows[lower..<upper].map { row in
          subject(RowID(type: type, index: row), statuses[row], by: &reader)
        }
      })
    return RuleOutcome(
      rule: application.rule, population: .evaluated, statuses: statuses,
      subjects: parts.flatMap(\.self))
  }

  private func subject(
    _ row: RowID, _ status: Status, by reader: inout RuleReader
  ) -> SubjectOutcome {
    switch status {
    case .pass:
      return SubjectOutcome(
        row: row, status: .pass, origin: evaluation.graph.origin(of: row))
    case .notApplicable:
      // Where nothing has a place, neither has the condition that is false.
      guard evaluation.graph.hasOrigins else {
        return SubjectOutcome(row: row, status: .notApplicable, origin: nil)
      }
      return reader.outcome(of: row)
    case .fail, .unknown: return reader.outcome(of: row)
    }
  }
}
