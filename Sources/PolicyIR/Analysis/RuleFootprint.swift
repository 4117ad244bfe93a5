package import ResourceModel

/// What a rule reads and how much work it is, as far as its text tells.
package struct RuleFootprint: Hashable, Sendable {
  /// How much of an input it may read for one resource.
  package let reach: Reach

  /// How the work grows.
  package let cost: CostClass

  /// The types of the resources whose attributes it reads, that which it judges first, then by
  /// name.
  package let types: [ResourceTypeID]
}

extension Program {
  /// Returns what the rule reads and how much work it is.
  package func footprint(of rule: Rule) -> RuleFootprint {
    var survey = TermSurvey(self)
    survey.read(type: rule.population)
    for step in rule.steps {
      switch step {
      case .filter(let term), .constant(_, let term): survey.visit(term)
      case .requirement(let term, let message):
        survey.visit(term)
        if let message { survey.visit(message) }
      }
    }
    let others = survey.types.subtracting([rule.population])
      .sorted { schema[$0].name < schema[$1].name }
    let reach: Reach =
      schema[rule.population].container == .organization ? .organization : survey.reach
    return RuleFootprint(reach: reach, cost: survey.cost, types: [rule.population] + others)
  }
}
