internal import PolicySyntax

/// Expressions.
extension Layout {
  /// Returns the expression, and goes past it with its parentheses.
  ///
  /// Parentheses are kept as they were written, because they help readers; only those go that say
  /// nothing: a second pair, those around a single operand, and, when the expression `isWhole`
  /// and so ends where its place does, those around all of it.
  mutating func expression(_ id: ExpressionID, isWhole: Bool = false) -> Document {
    var openers: [Document] = []
    var hasComments = false
    while isParenthesized(id) {
      hasComments = hasComments || current.hasComments
      openers.append(token())
    }
    var inner = bare(id)
    guard !openers.isEmpty else { return inner }
    let upper = position + openers.count
    hasComments =
      hasComments || inner.measure.endsWithComment
      || tokens[position..<upper].contains(where: \.hasComments)
    for (index, opener) in openers.reversed().enumerated() {
      let comments = takeLeading()
      let isBehindMark = isBehindMark
      let closer = token()
      let isKept =
        hasComments || (index == 0 && !isOperand(id) && !(isWhole && !endsOpenly(id)))
      guard isKept else {
        self.isBehindMark = isBehindMark
        continue
      }
      let broken = Document.nest(1, .concatenation([.softline, inner, comments]))
      inner = .group(.concatenation([opener, broken, .softline, closer]))
    }
    return inner
  }

  /// Whether the expression is one operand for every reader.
  private func isOperand(_ id: ExpressionID) -> Bool {
    switch tree[id] {
    case .boolean, .integer, .float, .duration, .bytes, .timestamp, .string, .regex, .now, .world,
      .absent, .name, .enumCase, .member, .subscripted, .call, .list:
      true
    // What is after its mark may make that an operator.
    case .closure: false
    // Braces right after `match` would be the arms.
    case .set, .map, .comprehension, .mapComprehension, .groups, .structure: false
    case .error, .prefix, .infix, .reach, .test, .cast, .conditional, .match, .quantifier,
      .aggregate:
      false
    }
  }

  /// Whether nothing shows where the expression ends.
  private func endsOpenly(_ id: ExpressionID) -> Bool {
    switch tree[id] {
    case .quantifier, .aggregate, .conditional: true
    case .infix(_, _, let right, _): endsOpenly(right)
    case .prefix(_, let operand): endsOpenly(operand)
    default: false
    }
  }

  /// Returns the expression without parentheses around it, and goes past it.
  private mutating func bare(_ id: ExpressionID) -> Document {
    switch tree[id] {
    case .error: return .empty
    case .boolean, .integer, .float, .duration, .bytes, .timestamp, .regex, .now, .world, .absent,
      .name:
      return token()
    case .string(let segments): return string(segments)
    case .enumCase(let type, _):
      return type.map { .concatenation([name($0), token(), token()]) } ?? token()
    case .member(let base, _, _): return .concatenation([expression(base), token(), token()])
    case .subscripted(let base, let index):
      return .concatenation([
        expression(base), token(), expression(index, isWhole: true), token(),
      ])
    case .call(_, let arguments, let hasReceiver, _):
      return call(arguments, hasReceiver: hasReceiver)
    case .prefix(let prefix, let operand):
      let sign = token()
      return .concatenation([sign, prefix == .not ? .space : .empty, expression(operand)])
    case .infix: return infix(id)
    case .test(_, let operand):
      let tested = expression(operand)
      let count = tokens[position + 1].text == "not" ? 3 : 2
      return .concatenation([tested, .space, words(count)])
    case .cast(let operand, let type):
      return .concatenation([expression(operand), .space, token(), .space, self.type(type)])
    case .conditional: return conditional(id)
    case .match(let subject, let arms): return match(subject, arms)
    case .quantifier(_, let count, let binding, let body):
      return quantifier(count, binding, body)
    case .aggregate(_, let binding, let body): return quantifier(nil, binding, body)
    case .list(let elements), .set(let elements): return self.elements(elements)
    case .map(let entries): return map(entries)
    case .comprehension(let binding, let body, _): return comprehension(binding, nil, body)
    case .mapComprehension(let binding, let key, let value):
      return comprehension(binding, key, value)
    case .groups(let binding, let key, let body): return groups(binding, key, body)
    case .closure(let base, let paths, _, _):
      let closure = closure(base, paths)
      return takesUpMark ? .concatenation([.text("("), closure, .text(")")]) : closure
    case .reach(let source, let target, let paths):
      return .concatenation([
        expression(source), .space, token(), .space, expression(target), .space, token(), .space,
        self.paths(paths),
      ])
    case .structure(let type, let fields): return structure(type, fields)
    }
  }

  /// Returns a string literal with what is interpolated in it, all on one line.
  private mutating func string(_ segments: NodeList<StringSegment>) -> Document {
    if current.kind == .rawString { return token() }
    var parts = [token()]
    for segment in tree[segments] {
      switch segment {
      case .text: parts.append(token())
      case .interpolation(let id): parts += [token(), expression(id, isWhole: true), token()]
      }
    }
    parts.append(token())
    return .flat(.concatenation(parts))
  }

  /// Returns a call with its receiver.
  private mutating func call(_ arguments: NodeList<ExpressionID>, hasReceiver: Bool) -> Document {
    var parts: [Document] = []
    var rest = tree[arguments]
    if hasReceiver, let receiver = rest.popFirst() { parts += [expression(receiver), token()] }
    parts.append(token())
    let opener = token()
    let isHugging = rest.count == 1 && rest.first.map(isBracketed) ?? false
    var inner: [Document] = []
    for (index, argument) in rest.enumerated() {
      inner.append(expression(argument, isWhole: true))
      guard at(",") else { continue }
      // A comma after the last one is not in the grammar.
      inner.append(index + 1 < rest.count ? token() + .line : skippedToken())
    }
    inner.append(takeLeading())
    if rest.isEmpty {
      inner = [.nest(1, .concatenation(inner))]
    } else if !isHugging || inner.contains(where: \.measure.startsWithComment) {
      inner = [.nest(1, .softline + .concatenation(inner)), .softline]
    }
    parts.append(.group(.concatenation([opener] + inner + [token()])))
    return .concatenation(parts)
  }

  /// Returns `if … then … else …`, with the conditions in its `else` on the same level.
  private mutating func conditional(_ id: ExpressionID) -> Document {
    var clauses: [Document] = []
    var next = id
    while case .conditional(let condition, let consequence, let alternative) = tree[next],
      !current.isMark("(")
    {
      let head = Document.concatenation([
        token(), .space, expression(condition, isWhole: true), .line,
      ])
      let consequence = Document.concatenation([
        token(), .space, expression(consequence, isWhole: true),
      ])
      clauses += [.group(head + consequence), .line, token(), .space]
      next = alternative
    }
    clauses.append(expression(next, isWhole: true))
    // `else if` are two tokens on one line.
    return .group(.concatenation(clauses))
  }

  /// Returns `match subject { … }`.
  private mutating func match(_ subject: ExpressionID, _ arms: NodeList<MatchArm>) -> Document {
    let head = Document.concatenation([token(), .space, expression(subject), .space])
    let arms = Array(tree[arms])
    let body = bracketed(isPadded: true, count: arms.count) { layout, index in
      var parts: [Document] = []
      for (position, pattern) in layout.tree[arms[index].patterns].enumerated() {
        if position > 0 { parts += [.line, layout.token(), .space] }
        parts.append(layout.expression(pattern))
      }
      let patterns = Document.group(.nest(1, .concatenation(parts)))
      let arrow = layout.token()
      return .concatenation([
        patterns, .space, arrow, layout.value(arms[index].value),
      ])
    }
    return head + body
  }

  /// Returns a value that is after `=`, `:` or `=>`.
  mutating func value(_ id: ExpressionID, isWhole: Bool = true) -> Document {
    let style = valueStyle(of: id)
    return .value(expression(id, isWhole: isWhole), style)
  }

  /// Returns how the value is broken.
  private func valueStyle(of id: ExpressionID) -> ValueStyle {
    if isParenthesized(id) { return .indented }
    switch tree[id] {
    case .list, .set, .map, .structure: return .bracketed
    case .comprehension, .mapComprehension, .groups, .call, .match: return .indentedOrBracketed
    case .error, .boolean, .integer, .float, .duration, .bytes, .timestamp, .string, .regex, .now,
      .world, .absent, .name, .enumCase, .member, .subscripted, .closure, .prefix, .infix, .reach,
      .test, .cast, .conditional, .quantifier, .aggregate:
      return .indented
    }
  }
}
