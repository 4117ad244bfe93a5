package import PolicyIR
internal import ResourceModel

/// What inputs lack of the resources that a rule judges, where that counts like a resource.
package struct RulePopulation: Hashable, Sendable {
  /// What they lack.
  package enum State: Hashable, Sendable {
    /// There are none, and the inputs would show them; the rule may decide what that means.
    case none(Rule.EmptyPopulation?)
    /// There may be some, or more than are shown, because of these.
    case open([LocatedCause])
  }

  /// The inputs, as 0-based indices into the report's.
  package let inputs: [Int]

  /// What they lack.
  package let state: State
}

extension RulePopulation {
  /// What the rule says of it.
  package var status: ControlStatus {
    switch state {
    case .none(let emptiness): emptiness.map { ControlStatus($0.status) } ?? .noResources
    case .open: .unknown
    }
  }

  /// Why there may be more; nothing where there are none.
  package var causes: [LocatedCause] {
    if case .open(let causes) = state { causes } else { [] }
  }

  /// Whether there may be more because a source could not show what it was asked for, and not
  /// because nobody asked.
  package var isGap: Bool { causes.map { $0.cause }.isGap }
}
