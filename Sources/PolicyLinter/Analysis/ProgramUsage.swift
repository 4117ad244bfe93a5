internal import PolicyIR

/// Which functions something that runs can reach, and which variables are read.
struct ProgramUsage: Sendable {
  /// The functions that a rule, mapping or test calls, directly or not.
  private let reached: Set<Int>

  /// Finds what of `program` is used.
  init(_ program: Program) {
    var reached: Set<Int> = []
    var open = program.rules.flatMap { $0.steps.flatMap(\.terms) }
    open += program.mappings.flatMap { $0.steps.compactMap(\.term) }
    open += program.tests.flatMap { $0.cases.flatMap { $0.steps.compactMap(\.term) } }
    while let next = open.popLast() {
      if case .call(let function, _) = program[next], reached.insert(function.index).inserted {
        open.append(program[function].body)
      }
      open += program[next].operands
    }
    self.reached = reached
  }

  /// Returns `true` iff something that runs can reach the function at `index`.
  func reaches(_ index: Int) -> Bool { reached.contains(index) }
}

extension Mapping.Step {
  /// The term of the step, if it has one.
  var term: TermID? {
    switch self {
    case .filter(let term), .adopted(let term), .constant(_, let term), .field(_, let term): term
    case .join: nil
    }
  }
}

extension TestCase.Step {
  /// The term of the step, if it has one.
  var term: TermID? {
    switch self {
    case .constant(_, let term), .fixture(let term): term
    case .given: nil
    }
  }
}
