internal import PolicyIR

/// Knows which conditions a program needs in order to be well-typed.
///
/// `x is present and x.a == 1` without its left side would not type-check, so it is nobody's mistake
/// and no mutant.
struct PresenceGuards {
  private let program: Program

  /// Creates the knowledge of `program`.
  init(_ program: Program) {
    self.program = program
  }

  /// Returns whether `condition`, if it holds, says that something is present that one of `users`
  /// reads.
  func doesGuard(_ condition: TermID, _ users: [TermID]) -> Bool {
    subjects(of: condition).contains { subject in
      users.contains { reads($0, subject) }
    }
  }

  /// Returns what is present when the condition holds.
  private func subjects(of condition: TermID) -> [TermID] {
    switch program[condition] {
    case .isPresent(let subject): [subject]
    case .and(let left, let right): subjects(of: left) + subjects(of: right)
    default: []
    }
  }

  private func reads(_ id: TermID, _ subject: TermID) -> Bool {
    var pending = [id]
    var visited: Set<TermID> = []
    while let id = pending.popLast() {
      guard visited.insert(id).inserted else { continue }
      if isSame(id, subject) { return true }
      if case .isPresent = program[id] { continue }
      pending += program[id].operands
    }
    return false
  }

  /// Returns whether both terms are the same variable or chain of attributes.
  private func isSame(_ one: TermID, _ other: TermID) -> Bool {
    switch (program[one], program[other]) {
    case (.variable(let slot), .variable(let another)): slot == another
    case (.parameter(let index), .parameter(let another)): index == another
    case (.attribute(let base, let index), .attribute(let root, let another)),
      (.field(let base, let index), .field(let root, let another)):
      index == another && isSame(base, root)
    case (.chain(let base, _, let body), .chain(let root, _, let another)):
      isSame(base, root) && isSameBody(body, another)
    default: false
    }
  }

  /// Returns whether the terms read the same attribute of the value of a chain, whose slot is the
  /// chain's own.
  private func isSameBody(_ one: TermID, _ other: TermID) -> Bool {
    switch (program[one], program[other]) {
    case (.attribute(_, let index), .attribute(_, let another)),
      (.field(_, let index), .field(_, let another)):
      index == another
    default: false
    }
  }
}
