internal import Compliance
internal import PolicyIR
internal import PolicyPacks

/// What a run has made ready before it looks at inputs.
struct PreparedRun: Sendable {
  /// The packs.
  let library: PackLibrary

  /// All that evaluators see of them.
  let program: Program

  /// What people decided.
  let governance: Governance

  /// The benchmarks of the packs, as `name@version`.
  let benchmarks: [String]

  /// What is to be evaluated, or `nil` when nothing was asked for.
  let selection: Selection?
}
