/// Policies that are judged together, because a request meets all of them.
///
/// What it answers is the logic that the IAM guide calls "Policy evaluation logic": an explicit
/// deny goes before an allow, and what nothing allows is denied. The policies are taken to be of
/// one kind; boundaries, session policies and those of the organization are for the caller to join.
///
/// An answer is unknown when it hangs on a part of a policy that is unknown, on a policy variable,
/// on a condition whose key the question leaves open, or when it takes too long to find.
package struct PolicySet: Hashable, Sendable {
  /// The policies.
  package let documents: [PolicyDocument]

  /// Creates the set of `documents`.
  package init(_ documents: [PolicyDocument]) {
    self.documents = documents
  }

  /// The statements of all policies.
  var statements: [PolicyStatement] { documents.flatMap(\.statements) }

  /// Whether the policies have no statement but those known.
  var isComplete: Bool { documents.allSatisfy(\.isComplete) }

  /// Returns the statements that may have `effect`.
  func statements(_ effect: PolicyStatement.Effect) -> [PolicyStatement] {
    statements.filter { $0.isEffect(effect) != .false }
  }

  /// Returns whether `principal` may do `action` on `resource`.
  ///
  /// `principal` is an ARN or the name of a service; it is `nil` for whomever the policies are
  /// attached to.
  package func allows(
    action: String, resource: String, principal: String? = nil,
    context: PolicyContext = PolicyContext()
  ) -> Truth {
    let request = PolicyRequest(
      action: action, resource: resource, principal: principal, context: context)
    return has(.allow, for: request) && !has(.deny, for: request)
  }

  /// Returns whether a statement with `effect` is about the request, an entry for its account being
  /// as `delegation` says; when `isByName` only statements count that name its principal itself.
  func has(
    _ effect: PolicyStatement.Effect, for request: PolicyRequest, delegation: Truth = .unknown,
    isByName: Bool = false
  ) -> Truth {
    var truth: Truth = isComplete ? .false : .unknown
    for statement in statements(effect) {
      if isByName, !(request.principal.map(statement.principals.names) ?? false) { continue }
      let conditions: Truth
      switch statement.outcome(in: request.context) {
      case .holds: conditions = .true
      case .fails: conditions = .false
      case .narrows, .unknown: conditions = .unknown
      }
      truth =
        truth
        || Truth.all([
          statement.isEffect(effect),
          statement.principals.covers(request.principal, delegation: delegation),
          statement.actions.covers(request.action),
          statement.resources?.covers(request.resource) ?? .true, conditions,
        ])
    }
    return truth
  }
}

extension PolicySet: CustomStringConvertible {
  package var description: String {
    documents.isEmpty ? "no policies" : documents.map(\.description).joined(separator: ", ")
  }
}
