internal import PolicyIR

/// What a rule can say at all.
struct RuleTruths {
  /// Why a rule says less than rules do.
  enum Verdict {
    /// Its `where` never holds.
    case neverApplies
    /// This requirement never holds where the rule applies.
    case neverPasses(TermID)
    /// Its requirements always hold where the rule applies, and it does not fail without resources.
    case neverFails
  }

  /// What is wrong with the rule, if something is.
  let verdict: Verdict?

  /// The conditions of its `where` statements, in the order of the text.
  let filters: [TermID]

  /// The conditions of its `require` statements, in the order of the text.
  let requirements: [TermID]

  /// Finds out what `rule` can say.
  init(_ rule: Rule, _ analysis: ConditionAnalysis) {
    var filters: [(TermID, Bool)] = []
    var requirements: [TermID] = []
    for step in rule.steps {
      switch step {
      case .filter(let term): filters.append((term, true))
      case .requirement(let term, _): requirements.append(term)
      case .constant: break
      }
    }
    self.filters = filters.map(\.0)
    self.requirements = requirements
    func canHold(_ more: [(TermID, Bool)]) -> Bool {
      analysis.canHold(filters + more, parameters: rule.parameters)
    }
    if !canHold([]) {
      verdict = .neverApplies
    } else if let requirement = requirements.first(where: { !canHold([($0, true)]) }) {
      verdict = .neverPasses(requirement)
    } else if rule.onEmpty != .fail, requirements.allSatisfy({ !canHold([($0, false)]) }) {
      verdict = .neverFails
    } else {
      verdict = nil
    }
  }
}
