package import ResourceModel

extension RuleOutcome.Population {
  /// Creates what a rule meets that judges the resources of `type` in `graph`.
  package init(of type: ResourceTypeID, in graph: ResourceGraph) {
    let missing = graph.missing(of: type).distinct
    if graph.rows(of: type).isEmpty {
      self = missing.isEmpty ? .noResources : .notCollected(missing)
    } else {
      self = missing.isGap ? .incomplete(missing) : .evaluated
    }
  }
}
