internal import PolicyIR
package import PolicyInterpreter
package import PolicyPacks
internal import ResourceModel

extension RuleApplication {
  /// Returns what the rule says of every resource of its type, each by its own values of the
  /// parameters.
  ///
  /// Each set of values is evaluated once for all resources. Where it cannot be told which values
  /// are for a resource, its status is unknown, unless all of them give the same.
  package func outcome(in evaluation: Evaluation, accounts: AccountDirectory) -> RuleOutcome {
    let own = evaluation.evaluate(rule, parameters: parameters)
    guard !overrides.isEmpty, !own.subjects.isEmpty else { return own }
    var known = [parameters: own]
    let subjects = own.subjects.enumerated().map { index, subject in
      let effective = self.parameters(of: subject.row, in: evaluation.graph, accounts: accounts)
      let outcomes = effective.candidates.map { values in
        let outcome = known[values] ?? evaluation.evaluate(rule, parameters: values)
        known[values] = outcome
        return outcome.subjects[index]
      }
      return agreed(outcomes, else: effective.causes, on: subject)
    }
    return RuleOutcome(rule: own.rule, population: own.population, subjects: subjects)
  }

  /// Returns what all of `outcomes` say, or that they do not agree because of `causes`.
  private func agreed(
    _ outcomes: [SubjectOutcome], else causes: [Cause], on subject: SubjectOutcome
  ) -> SubjectOutcome {
    if let first = outcomes.first, outcomes.allSatisfy({ $0.status == first.status }) {
      return first
    }
    var reasons = causes
    if outcomes.isEmpty {
      reasons.append(Cause(.limitExceeded, "too many values of parameters may be meant"))
    }
    for cause in outcomes.flatMap(\.causes) where !reasons.contains(cause) {
      reasons.append(cause)
    }
    return SubjectOutcome(
      row: subject.row, status: .unknown, causes: reasons, origin: subject.origin)
  }
}
