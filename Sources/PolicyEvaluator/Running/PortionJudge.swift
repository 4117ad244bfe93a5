/// Judges portions of the nodes of all types; each thread has its own.
struct PortionJudge {
  private let rules: CompiledRules

  /// Whether other threads judge at the same time.
  private let isOneOfMany: Bool

  /// The judge of the portion before: those of one type mostly come one after another, and it knows
  /// what their values are worth.
  private var last: (plan: Int, judge: BatchJudge)?

  /// Creates a judge by `rules`; it keeps copies of what it walks through again and again if it
  /// `isOneOfMany`.
  init(_ rules: CompiledRules, isOneOfMany: Bool) {
    self.rules = rules
    self.isOneOfMany = isOneOfMany
  }

  /// Returns the codes of the statuses of the nodes, by rule of their plan; `batch` nodes are judged
  /// together.
  mutating func judge(_ portion: Portion, by batch: Int) -> [[UInt8]] {
    var judge: BatchJudge
    if let last, last.plan == portion.plan {
      judge = last.judge
    } else {
      let shared = rules.plans[portion.plan]
      let own = isOneOfMany ? shared.plan.detached(from: shared.companion) : nil
      let (plan, companion) = own ?? shared
      judge = BatchJudge(
        plan, companion: companion, evaluation: rules.evaluation,
        applications: rules.applications)
    }
    last = nil
    let codes = judge.judge(portion.rows, by: batch)
    last = (portion.plan, judge)
    return codes
  }
}
