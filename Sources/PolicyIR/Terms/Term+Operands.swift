extension Term {
  /// The terms that this one is made of, in the order they are written.
  package var operands: [TermID] {
    switch self {
    case .constant, .absent, .parameter, .variable, .now: []
    case .attribute(let base, _), .field(let base, _), .member(let base, _): [base]
    case .element(let base, let key), .lookup(let base, let key): [base, key]
    case .chain(let base, _, let body): [base, body]
    case .not(let operand), .isPresent(let operand), .isEmpty(let operand), .isWorld(let operand),
      .negate(let operand), .decode(let operand, _), .widen(let operand, _),
      .closure(let operand, _, _):
      [operand]
    case .coalesce(let left, let right), .and(let left, let right), .or(let left, let right),
      .implies(let left, let right), .compare(_, let left, let right),
      .membership(let left, let right), .matches(let left, let right),
      .covers(let left, let right), .meets(let left, let right),
      .arithmetic(_, let left, let right), .setOperation(_, let left, let right),
      .portRange(let left, let right):
      [left, right]
    case .quantifier(_, let iteration, let body), .fold(_, let iteration, let body),
      .comprehension(let iteration, let body, _):
      iteration.operands + [body]
    case .exactly(let count, let iteration, let body): [count] + iteration.operands + [body]
    case .count(let iteration): iteration.operands
    case .mapComprehension(let iteration, let key, let value),
      .groups(let iteration, let key, let value):
      iteration.operands + [key, value]
    case .conditional(let condition, let consequence, let alternative):
      [condition, consequence, alternative]
    case .match(let subject, let arms): [subject] + arms.map(\.value)
    case .list(let elements), .set(let elements), .call(_, let elements), .builtin(_, let elements):
      elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .structure(_, let fields), .fixture(_, let fields): fields.compactMap(\.self)
    case .text(let parts):
      parts.compactMap {
        switch $0 {
        case .literal: nil
        case .value(let term): term
        }
      }
    }
  }
}

extension Iteration {
  /// The terms that the iteration is made of, in the order they are written.
  fileprivate var operands: [TermID] { [collection] + (filter.map { [$0] } ?? []) }
}
