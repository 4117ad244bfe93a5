package import ResourceModel

/// The values of a rule's parameters for one resource.
package struct EffectiveParameters: Hashable, Sendable {
  /// The values that may be meant, each by 0-based index; more than one when it cannot be told
  /// which overrides are for the resource.
  package let candidates: [[Int: Value]]

  /// Why there is more than one.
  package let causes: [Cause]

  /// The overrides that count, as 0-based indices into those of the application.
  package let overrides: [Int]
}

extension RuleApplication {
  /// The most combinations of values that are tried for one resource.
  private static let mostCandidates = 16

  /// Returns the values of the parameters for the node.
  ///
  /// Beyond some undecided overrides it gives no candidate at all, and the causes say so.
  package func parameters(
    of row: RowID, in graph: ResourceGraph, accounts: AccountDirectory
  ) -> EffectiveParameters {
    var candidates = [parameters]
    var causes: [Cause] = []
    var winners: [Int: Int] = [:]
    for (index, override) in overrides.enumerated() {
      switch override.scope.contains(row, in: graph, accounts: accounts) {
      case .no: continue
      case .yes:
        candidates = candidates.map { override.applied(to: $0) }.uniqued
        winners[override.parameter] = index
      case .unknown(let reasons):
        candidates = (candidates + candidates.map { override.applied(to: $0) }).uniqued
        causes += reasons.filter { !causes.contains($0) }
      }
      if candidates.count > RuleApplication.mostCandidates {
        return EffectiveParameters(candidates: [], causes: causes, overrides: [])
      }
    }
    return EffectiveParameters(
      candidates: candidates, causes: causes, overrides: winners.values.sorted())
  }
}

extension ParameterOverride {
  /// Returns `parameters` with the value.
  fileprivate func applied(to parameters: [Int: Value]) -> [Int: Value] {
    var result = parameters
    result[parameter] = value
    return result
  }
}
