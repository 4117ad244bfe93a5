internal import DomainValues

/// What is asked of policies.
enum PolicyQuestion {
  /// Whether they deny all of the actions on all of the resources.
  case denial(actions: [Glob], resources: [Glob], PolicyContext)
  /// Whether they allow all of the actions on all of the resources.
  case allowance(actions: [String], resources: [String], principal: String?, PolicyContext)

  /// Returns what the policies say to it.
  func answer(by policies: PolicySet) -> Truth {
    switch self {
    case .denial(let actions, let resources, let context):
      all(actions, resources) { action, resource in
        policies.denies(actions: action, resources: resource, context: context)
      }
    case .allowance(let actions, let resources, let principal, let context):
      all(actions, resources) { action, resource in
        policies.allows(
          action: action, resource: resource, principal: principal, context: context)
      }
    }
  }

  /// Returns whether all pairs are as `holds` says.
  private func all<Action, Resource>(
    _ actions: [Action], _ resources: [Resource], _ holds: (Action, Resource) -> Truth
  ) -> Truth {
    var truth = Truth.true
    for action in actions {
      for resource in resources { truth = truth && holds(action, resource) }
    }
    return truth
  }
}
