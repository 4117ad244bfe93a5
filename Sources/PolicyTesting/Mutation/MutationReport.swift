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
    /// The time was up before it was tried.
    case untried
  }

  /// A mutant and what became of it.
  package struct Result: Sendable {
    /// The mutant.
    package let mutant: Mutant
    /// What became of it.
    package let fate: Fate
    /// Why no test need notice it, if somebody says so.
    package var reason: String?

    /// Whether no case tells it from the program.
    package var hasSurvived: Bool {
      switch fate {
      case .survived, .untested: true
      case .killed, .timedOut, .untried: false
      }
    }
  }

  /// The program without mutations.
  package let program: Program

  /// The mutants that were tried, in the order of the program.
  package internal(set) var results: [Result]

  /// The number of mutants that there are.
  package let found: Int

  /// Whether all of them were tried.
  package let isComplete: Bool

  /// What is wrong with reasons that are given: they fit no survivor, or several.
  package internal(set) var problems: [String] = []

  /// The number of mutants that a case tells from the program.
  package var killed: Int {
    results.count { result in
      switch result.fate {
      case .killed, .timedOut: true
      case .survived, .untested, .untried: false
      }
    }
  }

  /// The number of mutants for which there was no time.
  package var untried: Int { results.count { $0.fate == .untried } }

  /// The mutants that no case tells from the program and that nobody accepts.
  package var survivors: [Result] {
    results.filter { $0.hasSurvived && $0.reason == nil }
  }
}
