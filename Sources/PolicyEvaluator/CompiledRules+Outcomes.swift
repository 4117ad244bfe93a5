internal import Parallelism
internal import PolicyIR
package import PolicyInterpreter
internal import ResourceModel
internal import SourceText

extension CompiledRules {
  /// The most nodes whose outcomes a thread makes at a time.
  private static let portion = 64

  /// Nodes that an application tells of.
  private struct Told {
    /// The 0-based index of the application.
    let application: Int

    /// Their 0-based rows.
    let rows: ArraySlice<Int>
  }

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
    var told: [Told] = []
    for (index, statuses) in statuses.enumerated() where interpreted[index] == nil {
      let rows = detail.rows(of: statuses)
      for lower in stride(from: 0, to: rows.count, by: CompiledRules.portion) {
        let upper = min(lower + CompiledRules.portion, rows.count)
        told.append(Told(application: index, rows: rows[lower..<upper]))
      }
    }
    var subjects: [[SubjectOutcome]] = applications.map { _ in [] }
    for (told, part) in zip(told, explain(told, statuses, jobs: jobs)) {
      subjects[told.application] += part
    }
    return applications.indices.map { index in
      let rule = applications[index].rule
      let made = interpreted[index].map { outcomes in
        detail.rows(of: statuses[index]).map { outcomes[$0] }
      }
      return RuleOutcome(
        rule: rule,
        population: RuleOutcome.Population(
          of: evaluation.program[rule].population, in: evaluation.graph),
        statuses: statuses[index], subjects: made ?? subjects[index])
    }
  }

  /// Returns the outcomes of the nodes in each of `told`, whose statuses are known.
  private func explain(
    _ told: [Told], _ statuses: [RuleStatuses], jobs: Int
  ) -> [[SubjectOutcome]] {
    ConcurrentWork.map(
      told.count, jobs: jobs, worker: { (application: Int?.none, reader: RuleReader?.none) },
      { index, worker in
        let application = told[index].application
        let (rule, parameters) = (
          applications[application].rule, applications[application].parameters
        )
        var reader =
          (worker.application == application ? worker.reader : nil)
          ?? RuleReader(evaluation, rule, parameters: parameters)
        worker = (application, reader)
        let type = evaluation.program[rule].population
        return told[index].rows.map { row in
          subject(RowID(type: type, index: row), statuses[application][row], by: &reader)
        }
      })
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
