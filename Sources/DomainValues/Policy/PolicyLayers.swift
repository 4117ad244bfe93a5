/// The policies that decide a request together, each kind in its place.
///
/// This is what the IAM guide calls "Policy evaluation logic": a deny in any of them goes before
/// everything; then each kind that limits must allow the request; then the policies of who asks or
/// those of what is asked for must, and both when they are of different accounts.
package struct PolicyLayers: Sendable {
  /// The policies attached to who asks, and to the groups they are in.
  package let identity: PolicySet

  /// The policies of what is asked for; without one, no document.
  package let resource: PolicySet

  /// The permissions boundary and the session policies, each of which must allow the request.
  package let boundaries: [PolicySet]

  /// The policies of the organization, for each level from the root down, one of which must allow
  /// the request on each level.
  package let organization: [PolicySet]

  /// Creates the layers.
  package init(
    identity: PolicySet, resource: PolicySet = PolicySet([]), boundaries: [PolicySet] = [],
    organization: [PolicySet] = []
  ) {
    self.identity = identity
    self.resource = resource
    self.boundaries = boundaries
    self.organization = organization
  }

  /// Returns whether the request is allowed.
  package func allow(_ request: PolicyRequest) -> Truth {
    // Policies that are attached to who asks say nothing of principals.
    let attached = PolicyRequest(
      action: request.action, resource: request.resource, context: request.context)
    let isDenied = Truth.any(
      ([identity] + boundaries + organization).map { $0.has(.deny, for: attached) }
        + [resource.has(.deny, for: request)])
    let isWithinOrganization = Truth.all(organization.map { $0.has(.allow, for: attached) })
    return isGranted(request, attached) && isWithinOrganization && !isDenied
  }

  private func isGranted(_ request: PolicyRequest, _ attached: PolicyRequest) -> Truth {
    // Who is named by the account only is let in by the policies attached to them.
    let isNamed = resource.has(.allow, for: request, delegation: .false)
    if request.isService { return isNamed }
    let isMeant = resource.has(.allow, for: request, delegation: .true)
    let isBounded = Truth.all(boundaries.map { $0.has(.allow, for: attached) })
    let isByIdentity = identity.has(.allow, for: attached) && isBounded
    let withinAccount = isByIdentity || isByResource(request, isNamed, isBounded)
    let acrossAccounts = isByIdentity && isMeant
    switch request.isWithinAccount {
    case .true: return withinAccount
    case .false: return acrossAccounts
    case .unknown: return withinAccount == acrossAccounts ? withinAccount : .unknown
    }
  }

  /// Returns whether the policies of what is asked for let a principal of the same account in.
  ///
  /// A boundary that does not allow a request binds roles. It does not bind a user or a session
  /// that the policy names by ARN; whether it does when the policy names everyone is not
  /// documented.
  private func isByResource(
    _ request: PolicyRequest, _ isNamed: Truth, _ isBounded: Truth
  ) -> Truth {
    guard request.isUserOrSession else { return isNamed && isBounded }
    return resource.has(.allow, for: request, isByName: true)
      || (isNamed && (isBounded || .unknown))
  }
}
