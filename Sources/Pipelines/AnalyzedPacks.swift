internal import Compliance
internal import PolicyChecker
internal import PolicyIR
internal import PolicyPacks

/// Packs that load, with all that was made of them on the way.
struct AnalyzedPacks {
  /// The packs.
  let library: PackLibrary

  /// Their syntax.
  let trees: [PackSource]

  /// Their typed program.
  let program: Program

  /// What can be selected of them.
  let selector: Selector

  /// What people decided about findings and controls.
  let governance: Governance
}
