internal import DomainValues
internal import PolicyIR
internal import PolicyInterpreter
internal import PolicyPacks
internal import ResourceModel

extension Waiver.Status {
  /// Creates the status that waivers know `status` by, or returns `nil` if none covers it.
  init?(_ status: PolicyIR.Status) {
    switch status {
    case .fail: self = .fail
    case .unknown: self = .unknown
    case .pass, .notApplicable: return nil
    }
  }
}

extension ResourcePattern {
  /// Returns whether the resource, a node of `graph`, matches.
  func contains(
    _ resource: ResourceReference, in graph: ResourceGraph, accounts: AccountDirectory
  ) -> ScopeAnswer {
    if let type, !Glob(type).matches(resource.type) { return .no }
    if let address, ![resource.address, resource.name].contains(where: Glob(address).matches) {
      return .no
    }
    if let id {
      guard let known = resource.id else {
        return .unknown([Cause(.undecidable, "the id of \(resource.name) is not known")])
      }
      if !Glob(id).matches(known) { return .no }
    }
    return scope.contains(resource.row, in: graph, accounts: accounts)
  }
}

extension ElementPattern {
  /// Returns whether the element matches.
  func matches(_ element: FailedElement) -> ScopeAnswer {
    switch self {
    case .text(let pattern): ScopeAnswer(Glob(pattern).matches(element.text))
    case .attributes(let wanted):
      wanted.map { $0.matches(element) }.reduce(.yes) { $0.and($1) }
    }
  }
}

extension ElementPattern.Attribute {
  /// Returns whether the element has the attribute.
  fileprivate func matches(_ element: FailedElement) -> ScopeAnswer {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return .no }
    if let text = attribute.text { return ScopeAnswer(Glob(pattern).matches(text)) }
    if Glob(pattern) == .everything { return .yes }
    return .unknown([Cause(.undecidable, "`\(name)` of \(element.text) is not known")])
  }
}
