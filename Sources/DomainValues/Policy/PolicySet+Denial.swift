extension PolicySet {
  /// Returns whether every request of any principal is denied whose action `actions` matches, whose
  /// resource `resources` matches, and which has the keys that `context` tells of.
  ///
  /// Several statements may share the work. A statement that is not about everyone, or that has a
  /// condition on a key that `context` leaves open, denies only some of the requests; two or more
  /// such statements might complement each other, which is not looked into, and then the answer is
  /// unknown.
  package func denies(
    actions: Glob, resources: Glob, context: PolicyContext = PolicyContext()
  ) -> Truth {
    let denying = statements(.deny)
    let rest: Truth = isComplete ? .false : .unknown
    if denying.isEmpty { return rest }
    // One statement that denies all of it settles the question, whatever the others say.
    let bounds =
      actions.isCaseInsensitive ? actions : Glob(tokens: actions.tokens, isCaseInsensitive: true)
    if denying.contains(where: { $0.surelyDenies(bounds, resources, in: context) }) { return .true }
    // So does one request that none of them is about, and the simplest one often is that.
    if isComplete, spares(bounds.witness, resources.witness, denying, in: context) { return .false }
    guard let byAction = PolicyRequestSpace.applications(of: denying, toActions: actions)
    else { return .unknown }
    // An action that no statement is about is not denied, whatever its resource, and there is one.
    if isComplete, byAction.contains(where: { $0.allSatisfy { $0 == .false } }) { return .false }
    guard
      let cells = PolicyRequestSpace.cells(byAction, of: denying, resources: resources)
    else { return .unknown }
    let outcomes = denying.map { $0.outcome(in: context) }
    // Principals that are named make up everyone only with a statement that excepts some.
    let hasException = denying.contains { $0.principals.isException }
    var answer = Truth.true
    for cell in cells {
      var isDenied = rest
      var narrowed = 0
      for (index, statement) in denying.enumerated() {
        let reach =
          cell.applies[index] && statement.isEffect(.deny)
        switch outcomes[index] {
        case .holds:
          let isEveryone = statement.principals.isEveryone
          isDenied = isDenied || (reach && isEveryone)
          if isEveryone == .false, hasException, reach != .false { narrowed += 1 }
        case .unknown: isDenied = isDenied || (reach && statement.principals.isEveryone && .unknown)
        case .narrows: if reach != .false { narrowed += 1 }
        case .fails: break
        }
      }
      if narrowed > 1 { isDenied = isDenied || .unknown }
      answer = answer && isDenied
      if answer == .false { return .false }
    }
    return answer
  }

  /// Returns whether it is plain to see that none of the `denying` statements denies an action on a
  /// resource, whoever asks.
  private func spares(
    _ action: String, _ resource: String, _ denying: [PolicyStatement], in context: PolicyContext
  ) -> Bool {
    denying.allSatisfy { statement in
      statement.actions.covers(action) == .false
        || statement.resources?.covers(resource) == .false
        || statement.outcome(in: context) == .fails
    }
  }
}

extension PolicyStatement {
  /// Returns whether it is plain to see that the statement denies every request of any principal for
  /// `actions` on `resources`.
  fileprivate func surelyDenies(
    _ actions: Glob, _ resources: Glob, in context: PolicyContext
  ) -> Bool {
    isEffect(.deny) == .true && principals.isEveryone == .true
      && self.actions.surelyCovers(actions) && self.resources?.surelyCovers(resources) ?? true
      && outcome(in: context) == .holds
  }
}

extension PolicyPatternClause {
  /// Returns whether it is plain to see that the clause is about all that `glob` matches.
  fileprivate func surelyCovers(_ glob: Glob) -> Bool {
    guard !isNegated else { return false }
    return patterns.contains { $0.isExact && ($0.isEverything || $0.isWritten(like: glob)) }
  }
}
