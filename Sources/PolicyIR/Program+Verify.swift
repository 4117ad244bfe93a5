internal import ResourceModel

/// A way in which a program breaks what every evaluator relies on.
package enum ProgramDefect: Error, Hashable, Sendable {
  /// The operand does not precede the term.
  case operandFollows(TermID)
  /// The term's type is not that of what it computes.
  case wrongType(TermID, expected: String)
  /// The attribute, field, function or parameter is not there.
  case danglingIndex(TermID)
  /// The slot is not among those of the declaration.
  case slotOutOfRange(String, slot: Int)
}

extension Program {
  /// Checks what every evaluator relies on: operands precede terms, conditions are `Bool`, indices
  /// and slots exist.
  ///
  /// - Complexity: O(*n*) in the number of terms.
  package func verify() throws(ProgramDefect) {
    for index in 0..<termCount { try verify(TermID(index: UInt32(index))) }
    for function in functions {
      try verify(function.body, slots: function.slotCount, function.name)
    }
    for rule in rules {
      for step in rule.steps {
        switch step {
        case .filter(let term):
          try verifyCondition(term)
          try verify(term, slots: rule.slotCount, rule.name)
        case .constant(let slot, let term):
          try verify(slot: slot, of: rule.slotCount, rule.name)
          try verify(term, slots: rule.slotCount, rule.name)
        case .requirement(let term, let message):
          try verifyCondition(term)
          try verify(term, slots: rule.slotCount, rule.name)
          if let message { try verify(message, slots: rule.slotCount, rule.name) }
        }
      }
    }
  }

  private func verify(_ id: TermID) throws(ProgramDefect) {
    for operand in self[id].operands where operand >= id { throw .operandFollows(id) }
    switch self[id] {
    case .not(let operand): try verifyCondition(operand)
    case .and(let left, let right), .or(let left, let right), .implies(let left, let right):
      try verifyCondition(left)
      try verifyCondition(right)
    case .quantifier(_, let iteration, let body), .exactly(_, let iteration, let body):
      if let filter = iteration.filter { try verifyCondition(filter) }
      try verifyCondition(body)
    case .conditional(let condition, _, _): try verifyCondition(condition)
    case .attribute(let base, let index):
      guard case .resource(let type) = plainType(of: base) else {
        throw .wrongType(base, expected: "a resource")
      }
      guard schema[type].attributes.indices.contains(index) else { throw .danglingIndex(id) }
    case .field(let base, let index):
      guard case .structure(let type) = plainType(of: base) else {
        throw .wrongType(base, expected: "a structure")
      }
      guard schema[type].attributes.indices.contains(index) else { throw .danglingIndex(id) }
    case .closure(_, let paths, _):
      guard case .set(let element) = plainType(of: id),
        case .resource(let type) = schema.types[element]
      else { throw .wrongType(id, expected: "a set of resources") }
      for path in paths where schema.end(of: path, from: type) != type { throw .danglingIndex(id) }
    case .call(let function, let arguments):
      guard functions.indices.contains(function.index),
        functions[function.index].parameters.count == arguments.count
      else { throw .danglingIndex(id) }
    case .builtin(let builtin, let arguments):
      guard arguments.count == builtin.argumentCount else { throw .danglingIndex(id) }
    default: break
    }
  }

  private func plainType(of id: TermID) -> ValueType {
    schema.types[schema.types.unwrapped(type(of: id))]
  }

  private func verifyCondition(_ id: TermID) throws(ProgramDefect) {
    guard schema.types[type(of: id)] == .bool else { throw .wrongType(id, expected: "Bool") }
  }

  private func verify(slot: Int, of count: Int, _ name: String) throws(ProgramDefect) {
    guard (0..<count).contains(slot) else { throw .slotOutOfRange(name, slot: slot) }
  }

  /// Checks the slots of all terms that `id` is made of.
  private func verify(_ id: TermID, slots: Int, _ name: String) throws(ProgramDefect) {
    switch self[id] {
    case .variable(let slot), .chain(_, let slot, _): try verify(slot: slot, of: slots, name)
    case .quantifier(_, let iteration, _), .exactly(_, let iteration, _), .count(let iteration),
      .fold(_, let iteration, _), .comprehension(let iteration, _, _),
      .mapComprehension(let iteration, _, _), .groups(let iteration, _, _):
      try verify(slot: iteration.slot, of: slots, name)
      if let slot = iteration.valueSlot { try verify(slot: slot, of: slots, name) }
    default: break
    }
    for operand in self[id].operands { try verify(operand, slots: slots, name) }
  }
}
