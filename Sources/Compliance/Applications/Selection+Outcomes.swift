internal import PolicyEvaluator
package import PolicyInterpreter
package import PolicyPacks

extension Selection {
  /// Returns what each application says of every resource of its type, each by its own values of
  /// the parameters, and tells of as many as `detail` says; `jobs` threads work at a time, which
  /// changes nothing in the result.
  package static func outcomes(
    of applications: [RuleApplication], in evaluation: Evaluation, accounts: AccountDirectory,
    jobs: Int = 1, detail: OutcomeDetail = .everything
  ) -> [RuleOutcome] {
    var plan = OutcomePlan(in: evaluation, accounts: accounts)
    for application in applications { plan.add(application) }
    // Where resources have values of their own, each outcome is put together of several.
    let isUniform = applications.allSatisfy { $0.overrides.isEmpty }
    let rules = CompiledRules(
      plan.variants, evaluation, least: CompiledRules.worthwhileCount)
    return plan.merged(rules.outcomes(jobs: jobs, detail: isUniform ? detail : .everything))
  }
}
