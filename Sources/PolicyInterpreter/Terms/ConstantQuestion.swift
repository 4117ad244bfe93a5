internal import PolicyIR

/// What constants ask of policies.
struct ConstantQuestion {
  /// What it is known by.
  struct Key: Hashable {
    let builtin: Builtin
    /// The terms of the arguments after the policies.
    let arguments: [TermID]
  }

  /// What is asked.
  let question: PolicyQuestion

  /// The number of steps that it takes to find that out.
  let steps: Int

  /// Arguments that are nested deeper are not taken for constants.
  static let deepest = 4

  /// Returns whether the term is worth the same wherever it is evaluated.
  static func isConstant(_ id: TermID, in program: Program, depth: Int = 1) -> Bool {
    switch program[id] {
    case .constant, .absent: true
    case .list, .set, .map, .widen:
      depth < deepest
        && program[id].operands.allSatisfy { isConstant($0, in: program, depth: depth + 1) }
    default: false
    }
  }
}
