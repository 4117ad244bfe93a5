extension Expression {
  /// The expressions directly inside, in the order of the text.
  package var children: [ExpressionID] {
    switch self {
    case .error, .boolean, .integer, .float, .duration, .bytes, .timestamp, .regex, .now, .world,
      .absent, .name, .enumCase:
      []
    case .string(let segments): segments.compactMap(\.interpolation)
    case .member(let base, _, _): [base]
    case .subscripted(let base, let index): [base, index]
    case .call(_, let arguments, _, _): arguments
    case .prefix(_, let operand), .test(_, let operand), .cast(let operand, _): [operand]
    case .infix(_, let left, let right, _): [left, right]
    case .conditional(let condition, let consequence, let alternative):
      [condition, consequence, alternative]
    case .match(let subject, let arms): [subject] + arms.flatMap { $0.patterns + [$0.value] }
    case .quantifier(_, let count, let binding, let body):
      [count].compactMap(\.self) + binding.children + [body]
    case .aggregate(_, let binding, let body): binding.children + [body].compactMap(\.self)
    case .list(let elements), .set(let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let binding, let body, _): binding.children + [body]
    case .mapComprehension(let binding, let key, let value): binding.children + [key, value]
    case .groups(let binding, let key, let body): binding.children + [key, body]
    case .closure(let base, _, _, _): [base]
    case .reach(let source, let target, _): [source, target]
    case .structure(_, let fields): fields.map(\.value)
    }
  }
}

extension StringSegment {
  /// The expression that is interpolated, if one is.
  package var interpolation: ExpressionID? {
    switch self {
    case .text: nil
    case .interpolation(let id): id
    }
  }
}

extension Binding {
  /// The expressions directly inside, in the order of the text.
  package var children: [ExpressionID] { [collection] + [filter].compactMap(\.self) }
}
