extension Term {
  /// Returns the term with each operand replaced by what `transform` gives for it.
  package func mapOperands(_ transform: (TermID) -> TermID) -> Term {
    switch self {
    case .constant, .absent, .parameter, .variable, .now: self
    case .attribute(let base, let index): .attribute(of: transform(base), index: index)
    case .field(let base, let index): .field(of: transform(base), index: index)
    case .member(let base, let name): .member(of: transform(base), name: name)
    case .element(let base, let key): .element(of: transform(base), key: transform(key))
    case .lookup(let base, let key): .lookup(in: transform(base), key: transform(key))
    case .chain(let base, let slot, let body):
      .chain(base: transform(base), slot: slot, body: transform(body))
    case .coalesce(let left, let right): .coalesce(transform(left), transform(right))
    case .not(let operand): .not(transform(operand))
    case .and(let left, let right): .and(transform(left), transform(right))
    case .or(let left, let right): .or(transform(left), transform(right))
    case .implies(let left, let right): .implies(transform(left), transform(right))
    case .conditional(let condition, let consequence, let alternative):
      .conditional(
        transform(condition), then: transform(consequence), else: transform(alternative))
    case .match(let subject, let arms):
      .match(
        transform(subject),
        arms: arms.map { Arm(cases: $0.cases, value: transform($0.value)) })
    case .compare, .membership, .matches, .covers, .meets, .isPresent, .isEmpty, .isWorld, .negate,
      .arithmetic, .setOperation, .portRange, .decode, .widen, .closure:
      mapOperation(transform)
    case .quantifier, .exactly, .count, .fold, .comprehension, .mapComprehension, .groups:
      mapIteration(transform)
    case .list, .set, .map, .structure, .fixture, .call, .builtin, .text:
      mapElements(transform)
    }
  }

  private func mapOperation(_ transform: (TermID) -> TermID) -> Term {
    switch self {
    case .compare(let comparison, let left, let right):
      .compare(comparison, transform(left), transform(right))
    case .membership(let element, let collection):
      .membership(transform(element), in: transform(collection))
    case .matches(let left, let right): .matches(transform(left), transform(right))
    case .covers(let left, let right): .covers(transform(left), transform(right))
    case .meets(let left, let right): .meets(transform(left), transform(right))
    case .isPresent(let operand): .isPresent(transform(operand))
    case .isEmpty(let operand): .isEmpty(transform(operand))
    case .isWorld(let operand): .isWorld(transform(operand))
    case .negate(let operand): .negate(transform(operand))
    case .arithmetic(let operation, let left, let right):
      .arithmetic(operation, transform(left), transform(right))
    case .setOperation(let operation, let left, let right):
      .setOperation(operation, transform(left), transform(right))
    case .portRange(let first, let last): .portRange(transform(first), transform(last))
    case .decode(let operand, let type): .decode(transform(operand), as: type)
    case .widen(let operand, let type): .widen(transform(operand), to: type)
    case .closure(let base, let paths, let includesBase):
      .closure(of: transform(base), paths: paths, includesBase: includesBase)
    default: self
    }
  }

  private func mapIteration(_ transform: (TermID) -> TermID) -> Term {
    switch self {
    case .quantifier(let quantifier, let iteration, let body):
      .quantifier(quantifier, iteration.mapOperands(transform), body: transform(body))
    case .exactly(let count, let iteration, let body):
      .exactly(transform(count), iteration.mapOperands(transform), body: transform(body))
    case .count(let iteration): .count(iteration.mapOperands(transform))
    case .fold(let fold, let iteration, let body):
      .fold(fold, iteration.mapOperands(transform), body: transform(body))
    case .comprehension(let iteration, let body, let isSet):
      .comprehension(iteration.mapOperands(transform), body: transform(body), isSet: isSet)
    case .groups(let iteration, let key, let body):
      .groups(iteration.mapOperands(transform), key: transform(key), body: transform(body))
    case .mapComprehension(let iteration, let key, let value):
      .mapComprehension(
        iteration.mapOperands(transform), key: transform(key), value: transform(value))
    default: self
    }
  }

  private func mapElements(_ transform: (TermID) -> TermID) -> Term {
    switch self {
    case .list(let elements): .list(elements.map(transform))
    case .set(let elements): .set(elements.map(transform))
    case .map(let entries):
      .map(entries.map { Entry(key: transform($0.key), value: transform($0.value)) })
    case .structure(let id, let fields): .structure(id, fields.map { $0.map(transform) })
    case .fixture(let id, let fields): .fixture(id, fields.map { $0.map(transform) })
    case .call(let function, let arguments): .call(function, arguments.map(transform))
    case .builtin(let builtin, let arguments): .builtin(builtin, arguments.map(transform))
    case .text(let parts):
      .text(
        parts.map {
          switch $0 {
          case .literal: $0
          case .value(let term): .value(transform(term))
          }
        })
    default: self
    }
  }
}

extension Iteration {
  /// Returns the iteration with each operand replaced by what `transform` gives for it.
  fileprivate func mapOperands(_ transform: (TermID) -> TermID) -> Iteration {
    Iteration(
      slot: slot, valueSlot: valueSlot, collection: transform(collection),
      filter: filter.map(transform))
  }
}
