internal import Parallelism
internal import PolicyIR
package import PolicyInterpreter
internal import ResourceModel
internal import SourceText

extension CompiledRules {
  /// The number of nodes whose outcomes a thread makes at a time.
  private static let portion = 4096

  /// Returns the outcomes of all applications, in their order; `jobs` threads work at a time, which
  /// changes nothing in the result.
  ///
  /// Of what passes, nothing is evaluated again. Messages, causes and places of the rest come from
  /// the interpreter.
  package func outcomes(jobs: Int = 1) -> [RuleOutcome] {
    let statuses = evaluate(jobs: jobs)
    return zip(applications, statuses).map { application, statuses in
      outcome(of: application, statuses, jobs: jobs)
    }
  }

  private func outcome(
    of application: EvaluatedApplication, _ statuses: RuleStatuses, jobs: Int
  ) -> RuleOutcome {
    let type = evaluation.program[application.rule].population
    guard statuses.count > 0 else {
      let missing = evaluation.graph.missing(of: type)
      return RuleOutcome(
        rule: application.rule,
        population: missing.isEmpty ? .noResources : .notCollected(missing.distinct), subjects: [])
    }
    let portions = (statuses.count + CompiledRules.portion - 1) / CompiledRules.portion
    let parts = ConcurrentWork.map(
      portions, jobs: jobs,
      worker: {
        RuleReader(evaluation, application.rule, parameters: application.parameters)
      },
      { index, reader in
        let lower = index * CompiledRules.portion
        let upper = min(lower + CompiledRules.portion, statuses.count)
        return (lower..<upper).map { row in
          subject(RowID(type: type, index: row), statuses[row], by: &reader)
        }
      })
    return RuleOutcome(
      rule: application.rule, population: .evaluated, subjects: parts.flatMap(\.self))
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
