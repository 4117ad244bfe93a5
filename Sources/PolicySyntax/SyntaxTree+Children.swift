extension SyntaxTree {
  /// Returns the expressions directly inside of `id`, in the order of the text.
  package func children(of id: ExpressionID) -> [ExpressionID] {
    var children: [ExpressionID] = []
    forEachChild(of: self[id]) { children.append($0) }
    return children
  }

  /// Calls `body` with each expression directly inside of `node`, in the order of the text.
  @inline(__always)
  func forEachChild(of node: Expression, _ body: (ExpressionID) -> Void) {
    switch node {
    case .error, .boolean, .integer, .float, .duration, .bytes, .timestamp, .regex, .now, .world,
      .absent, .name, .enumCase:
      break
    case .string(let segments):
      for segment in self[segments] { segment.interpolation.map(body) }
    case .member(let base, _, _): body(base)
    case .subscripted(let base, let index):
      body(base)
      body(index)
    case .call(_, let arguments, _, _): self[arguments].forEach(body)
    case .prefix(_, let operand), .test(_, let operand), .cast(let operand, _): body(operand)
    case .infix(_, let left, let right, _):
      body(left)
      body(right)
    case .conditional(let condition, let consequence, let alternative):
      body(condition)
      body(consequence)
      body(alternative)
    case .match(let subject, let arms):
      body(subject)
      for arm in self[arms] {
        self[arm.patterns].forEach(body)
        body(arm.value)
      }
    case .quantifier(_, let count, let binding, let condition):
      count.map(body)
      binding.forEachChild(body)
      body(condition)
    case .aggregate(_, let binding, let value):
      binding.forEachChild(body)
      value.map(body)
    case .list(let elements), .set(let elements): self[elements].forEach(body)
    case .map(let entries):
      for entry in self[entries] {
        body(entry.key)
        body(entry.value)
      }
    case .comprehension(let binding, let value, _):
      binding.forEachChild(body)
      body(value)
    case .mapComprehension(let binding, let key, let value):
      binding.forEachChild(body)
      body(key)
      body(value)
    case .groups(let binding, let key, let value):
      binding.forEachChild(body)
      body(key)
      body(value)
    case .closure(let base, _, _, _): body(base)
    case .reach(let source, let target, _):
      body(source)
      body(target)
    case .structure(_, let fields):
      for field in self[fields] { body(field.value) }
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
  /// Calls `body` with each expression directly inside, in the order of the text.
  fileprivate func forEachChild(_ body: (ExpressionID) -> Void) {
    body(collection)
    filter.map(body)
  }
}
