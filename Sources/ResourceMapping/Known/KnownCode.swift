internal import PolicyIR
internal import ResourceModel

/// Terms of mappings, and of the functions that they call, ready for a `KnownEvaluator`.
struct KnownCode {
  /// The terms, operands before what they are operands of.
  var terms: [KnownTerm] = []

  /// What each of them is in the program.
  var origins: [TermID] = []

  /// The operands of terms that have many.
  var parts: [Int32] = []

  /// The arms of matches; the values are indices of terms.
  var arms: [(cases: [Int], value: Int32)] = []

  /// The constants.
  var constants: [Known] = []

  /// The types of structures that are made.
  var structures: [StructureForm] = []

  /// What the constants name by number.
  var store = KnownStore()
}
