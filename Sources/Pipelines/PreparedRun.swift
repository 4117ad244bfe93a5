internal import PolicyPacks

/// What a run has made ready before it looks at inputs.
struct PreparedRun {
  /// The packs, and what people decided.
  let packs: AnalyzedPacks

  /// What is to be evaluated, or `nil` when nothing was asked for.
  let selection: Selection?
}
