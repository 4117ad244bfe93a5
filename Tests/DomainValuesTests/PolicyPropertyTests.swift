import DomainValues
import TestSupport
import Testing

/// Policies over a few actions and resources, against going through all requests.
struct PolicyPropertyTests {
  private static let actions = ["a", "b", "c"].flatMap { service in
    ["x", "y", "z"].map { "\(service):\($0)" }
  }
  private static let resources = ["r1", "r2", "rzz", "zz", "q"].map { "arn:aws:s:::\($0)" }

  private func randomStatement(_ random: inout SeededRandom) -> PolicyStatement {
    func patterns(_ texts: [String]) -> [String] {
      texts.filter { _ in Int.random(in: 0...3, using: &random) == 0 }
    }
    return PolicyStatement(
      effect: Int.random(in: 0...2, using: &random) == 0 ? .deny : .allow,
      actions: PolicyPatternClause(
        patterns(["a:*", "a:x", "*:x", "b:*", "*", "?:y"]).map { PolicyPattern(action: $0) },
        isNegated: Bool.random(using: &random)),
      resources: PolicyPatternClause(
        patterns(["arn:aws:s:::r1", "arn:aws:s:::r*", "*", "arn:aws:s:::??"])
          .map { PolicyPattern(resource: $0) },
        isNegated: Bool.random(using: &random)))
  }

  private func requests(_ isTrue: (String, String) -> Bool) -> Bool {
    PolicyPropertyTests.actions.allSatisfy { action in
      PolicyPropertyTests.resources.allSatisfy { isTrue(action, $0) }
    }
  }

  @Test func answersAgreeWithGoingThroughAllRequests() {
    var random = SeededRandom(seed: 8)
    let everything = PolicyDocument([
      PolicyStatement(
        effect: .allow, actions: PolicyPatternClause([PolicyPattern(action: "*")]),
        resources: PolicyPatternClause([PolicyPattern(resource: "*")]))
    ])
    var decided: [Truth: Int] = [:]
    for _ in 0..<400 {
      let statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        randomStatement(&random)
      }
      let set = PolicySet([PolicyDocument(statements)])
      let open = PolicySet([PolicyDocument(statements), everything])
      let denies = set.denies(actions: Glob("?:?"), resources: Glob("arn:aws:s:::*"))
      #expect(
        denies == Truth(requests { open.allows(action: $0, resource: $1) == .false }), "\(set)")
      decided[denies, default: 0] += 1
      let allowing = PolicySet([PolicyDocument(statements.filter { $0.effect == .allow })])
      if allowing.grantsFullAdministration() == .true {
        #expect(requests { allowing.allows(action: $0, resource: $1) == .true }, "\(set)")
      }
    }
    #expect(decided[.true, default: 0] > 10)
    #expect(decided[.false, default: 0] > 10)
  }

  /// What is decided without knowing all of a policy stays so when the rest is known.
  @Test func knowingMoreNeverChangesAnAnswer() {
    var random = SeededRandom(seed: 9)
    func answers(_ statements: [PolicyStatement]) -> [Truth] {
      let set = PolicySet([PolicyDocument(statements)])
      return [
        set.grantsFullAdministration(), set.isPublic(),
        set.denies(actions: Glob("a:*"), resources: Glob("arn:aws:s:::r*")),
        set.allows(action: "a:x", resource: "arn:aws:s:::r1"),
      ]
    }
    for _ in 0..<400 {
      let statements = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        randomStatement(&random)
      }
      let known = answers(statements)
      var partly = statements
      let index = Int.random(in: 0..<partly.count, using: &random)
      let whole = partly[index]
      let choice = Int.random(in: 0...3, using: &random)
      partly[index] = PolicyStatement(
        effect: choice == 0 ? nil : whole.effect,
        principals: choice == 1 ? .unknown : whole.principals,
        actions: choice == 2
          ? PolicyPatternClause(
            Array(whole.actions.patterns.dropLast()), isComplete: false,
            isNegated: whole.actions.isNegated) : whole.actions,
        resources: choice == 3 ? .unknown : whole.resources)
      for (before, after) in zip(answers(partly), known) where before != .unknown {
        #expect(before == after, "\(partly)")
      }
    }
  }
}
