/// What a run tells whoever started it, as its exit code.
package enum Verdict: Int32, Hashable, Sendable, CaseIterable {
  /// Nothing fails that counts.
  case clean = 0
  /// Something fails that counts.
  case failed = 1
  /// The run was asked for wrongly, or the packs or inputs cannot be used.
  case unusable = 2
  /// Nothing fails that counts, and something is undecided that counts.
  case undecided = 3
  /// No rule met any resource.
  case nothingEvaluated = 4

  /// Returns the verdict of a run with usable packs and inputs, by precedence.
  package static func of(
    metResource: Bool, hasFailure: Bool, hasUnknown: Bool
  ) -> Verdict {
    if !metResource { return .nothingEvaluated }
    if hasFailure { return .failed }
    return hasUnknown ? .undecided : .clean
  }
}
