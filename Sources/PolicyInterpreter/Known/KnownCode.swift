internal import PolicyIR
internal import ResourceModel

/// Terms of one mapping, and of the functions that it calls, ready for a `KnownEvaluator`.
///
/// It is a class so that handing it on is one reference; nothing in it changes.
final class KnownCode: Sendable {
  /// The terms, operands before what they are operands of.
  let terms: [KnownTerm]

  /// What each of them is in the program.
  let origins: [TermID]

  /// The operands of terms that have many.
  let parts: [Int32]

  /// The arms of matches; the values are indices of terms.
  let arms: [(cases: [Int], value: Int32)]

  /// The constants.
  let constants: [Known]

  /// Code without terms.
  static let empty = KnownCode()

  private init() {
    (terms, origins, parts, arms, constants) = ([], [], [], [], [])
  }

  /// Creates the code that `compiler` made.
  init(_ compiler: KnownCompiler) {
    terms = compiler.terms
    origins = compiler.origins
    parts = compiler.parts
    arms = compiler.arms
    constants = compiler.constants
  }
}
