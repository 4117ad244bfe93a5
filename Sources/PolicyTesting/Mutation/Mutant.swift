package import PolicyIR
internal import ResourceModel

/// A program that differs in one place from the one that was written.
package struct Mutant: Sendable {
  /// Where the difference is.
  package enum Place: Hashable, Sendable {
    case rule(RuleID)
    case function(FunctionID)
  }

  /// What the difference is.
  enum Change: Sendable {
    /// The term is another, made of terms that there are.
    case term(TermID, Term)
    /// The term is negated.
    case negation(TermID)
    /// The step of the rule is gone.
    case step(Int)
    /// The parameter of the rule has another default.
    case defaultValue(Int, Value)
  }

  /// Where the difference is.
  package let place: Place

  /// In which way it differs.
  package let kind: MutationKind

  /// The difference in a few words.
  package let summary: String

  /// How it would be written.
  package let edit: MutationEdit

  /// What the difference is.
  let change: Change

  /// Returns the mutant of `program`.
  func applied(to program: Program) -> Program {
    var program = program
    switch change {
    case .term(let old, let term):
      let new = program.insert(term, type: program.type(of: old), at: program.range(of: old))
      replace(old, with: new, in: &program)
    case .negation(let old):
      let new = program.insert(.not(old), type: program.type(of: old), at: program.range(of: old))
      replace(old, with: new, in: &program)
    case .step(let index):
      if case .rule(let id) = place { program.rules[id.index].steps.remove(at: index) }
    case .defaultValue(let index, let value):
      if case .rule(let id) = place {
        program.rules[id.index].parameters[index].defaultValue = value
      }
    }
    return program
  }

  private func replace(_ old: TermID, with new: TermID, in program: inout Program) {
    switch place {
    case .function(let id):
      program.functions[id.index].body = program.replace(old, with: new, in: program[id].body)
    case .rule(let id):
      for (index, step) in program[id].steps.enumerated() {
        let changed: Rule.Step =
          switch step {
          case .filter(let term): .filter(program.replace(old, with: new, in: term))
          case .constant(let slot, let term):
            .constant(slot: slot, program.replace(old, with: new, in: term))
          case .requirement(let term, let message):
            .requirement(program.replace(old, with: new, in: term), message: message)
          }
        program.rules[id.index].steps[index] = changed
      }
    }
  }
}
