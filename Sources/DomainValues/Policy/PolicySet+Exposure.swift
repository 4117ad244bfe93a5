extension PolicySet {
  /// Returns whether a stranger may do something: someone outside of the organization, with
  /// credentials of their own or none, from an address of no particular network.
  ///
  /// A condition on where a request comes from, or on whose it is, keeps strangers out; one on a
  /// value that a stranger can choose, such as TLS, does not. A condition on any other key leaves
  /// the answer unknown. A deny counts if it meets the stranger, even if it spares others.
  package func isPublic() -> Truth {
    let answer = Truth.any(PolicyContext.strangers.map(isOpen(to:)))
    // Nothing tells one without a public address from the others unless it is asked for.
    guard answer != .true, asksForAddress else { return answer }
    return answer || isOpen(to: .strangerThroughEndpoint)
  }

  private var asksForAddress: Bool {
    documents.contains { document in
      document.statements.contains { statement in
        statement.conditions.contains { $0.key == PolicyContext.address }
      }
    }
  }

  /// Returns whether the stranger whose requests `context` describes may do something.
  private func isOpen(to context: PolicyContext) -> Truth {
    let rest: Truth = isComplete ? .false : .unknown
    func weight(_ statement: PolicyStatement, _ effect: PolicyStatement.Effect) -> Truth {
      let conditions: Truth
      switch statement.outcome(in: context) {
      case .holds: conditions = .true
      case .fails: conditions = .false
      case .narrows, .unknown: conditions = .unknown
      }
      return statement.isEffect(effect) && statement.principals.isStranger && conditions
    }
    let allows = statements(.allow).filter { weight($0, .allow) != .false }
    if allows.isEmpty { return rest }
    let denies = statements(.deny).filter { weight($0, .deny) != .false }
    let allowWeights = allows.map { weight($0, .allow) }
    let denyWeights = denies.map { weight($0, .deny) }
    guard
      let cells = PolicyRequestSpace.cells(
        of: allows + denies, actions: Glob("*:*"), resources: .everything)
    else { return .unknown }
    var answer = rest
    for cell in cells {
      let isAllowed = Truth.any(zip(cell.applies, allowWeights).map { $0 && $1 })
      let isDenied = Truth.any(
        zip(cell.applies.dropFirst(allows.count), denyWeights).map { $0 && $1 })
      answer = answer || (isAllowed && !(isDenied || rest))
      if answer == .true { return .true }
    }
    return answer
  }
}
