internal import PolicyEvaluator
package import PolicyInterpreter
package import PolicyPacks

extension Selection {
  /// Returns what each application says of every resource of its type, each by its own values of
  /// the parameters; `jobs` threads work at a time, which changes nothing in the result.
  package func outcomes(
    in evaluation: Evaluation, accounts: AccountDirectory, jobs: Int = 1
  ) -> [RuleOutcome] {
    var plan = OutcomePlan(in: evaluation, accounts: accounts)
    for application in applications { plan.add(application) }
    return plan.merged(CompiledRules(plan.variants, evaluation).outcomes(jobs: jobs))
  }
}
