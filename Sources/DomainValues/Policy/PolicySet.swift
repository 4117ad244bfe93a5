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
    let isAllowed = applies(.allow, action, resource, principal, context)
    let isDenied = applies(.deny, action, resource, principal, context)
    return isAllowed && !isDenied
  }

  private func applies(
    _ effect: PolicyStatement.Effect, _ action: String, _ resource: String, _ principal: String?,
    _ context: PolicyContext
  ) -> Truth {
    var truth: Truth = isComplete ? .false : .unknown
    for statement in statements(effect) {
      let conditions: Truth
      switch statement.outcome(in: context) {
      case .holds: conditions = .true
      case .fails: conditions = .false
      case .narrows, .unknown: conditions = .unknown
      }
      truth =
        truth
        || Truth.all([
          statement.isEffect(effect), statement.principals.covers(principal),
          statement.actions.covers(action), statement.resources?.covers(resource) ?? .true,
          conditions,
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
