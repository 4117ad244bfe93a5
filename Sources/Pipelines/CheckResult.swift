package import Compliance
package import PolicyIR
package import PolicyPacks

/// What a run gives when packs and inputs can be used.
package enum CheckResult: Sendable {
  /// The packs are well-formed; there was no input to evaluate them on.
  case checked(CheckedPacks)
  /// The rules were evaluated.
  case evaluated(EvaluatedRun)
}

/// Packs that were found to be well-formed.
package struct CheckedPacks: Sendable {
  /// The names of the packs, those that are required first.
  package let packs: [String]

  /// All that evaluators see of them.
  package let program: Program

  /// The benchmarks, as `name@version`.
  package let benchmarks: [String]

  /// The packs as they were read.
  package let library: PackLibrary
}

/// A run of rules over inputs.
package struct EvaluatedRun: Sendable {
  /// The program.
  package let program: Program

  /// What was evaluated.
  package let selection: Selection

  /// What people decided about findings and controls.
  package let governance: Governance

  /// The inputs with their outcomes.
  package let inputs: [EvaluatedInput]

  /// What came of it.
  package let report: Report
}
