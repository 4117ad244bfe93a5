package import PolicyIR

/// What became of the mutants of a program.
package struct MutationReport: Sendable {
  /// What became of one mutant.
  package enum Fate: Hashable, Sendable {
    /// This case does not pass for it.
    case killed(by: String)
    /// All cases pass for it.
    case survived
    /// A case passes or fails for it only because a budget is used up.
    case timedOut
    /// There are no cases.
    case untested
  }

  /// A mutant and what became of it.
  package struct Result: Sendable {
    /// The mutant.
    package let mutant: Mutant
    /// What became of it.
    package let fate: Fate
  }

  /// The program without mutations.
  package let program: Program

  /// The mutants that were tried, in the order of the program.
  package let results: [Result]

  /// The number of mutants that there are.
  package let found: Int

  /// The number of mutants that a case tells from the program.
  package var killed: Int {
    results.count { result in
      switch result.fate {
      case .killed, .timedOut: true
      case .survived, .untested: false
      }
    }
  }

  /// The mutants that no case tells from the program.
  package var survivors: [Result] {
    results.filter { $0.fate == .survived || $0.fate == .untested }
  }
}
