internal import PolicySyntax

/// Operators between operands, and what binds names.
extension Layout {
  /// Returns operands that are joined by operators of one precedence, each on a line of its own
  /// when they do not fit on one.
  mutating func infix(_ id: ExpressionID) -> Document {
    guard case .infix(let infix, let left, let right, _) = tree[id] else { return .empty }
    if infix == .range { return range(left, right) }
    var rest: [Document] = []
    if !isChain(left, infix), !isChain(right, infix), endsBracketed(right) {
      let first = expression(left)
      let sign = words(infix == .notMember ? 2 : 1)
      if isHugging(right) {
        return .group(.concatenation([first, .space, sign, .space, expression(right)]))
      }
      return .group(first + .nest(1, .concatenation([.line, sign, .space, expression(right)])))
    }
    let first = chain(id, infix, left, right, into: &rest)
    return .group(first + .nest(1, .concatenation(rest)))
  }

  /// Whether an operand is one of several that are joined by operators like `infix`.
  private func isChain(_ id: ExpressionID, _ infix: InfixOperator) -> Bool {
    if case .infix(let other, _, _, _) = tree[id] { return other.level == infix.level }
    return false
  }

  /// Whether an operand, parentheses around it aside, may be between brackets of its own.
  private func endsBracketed(_ id: ExpressionID) -> Bool {
    switch tree[id] {
    case .list, .set, .map, .comprehension, .mapComprehension, .groups, .call: true
    default: false
    }
  }

  /// Returns the first operand of a chain and adds the others, with their operators, to `rest`.
  private mutating func operands(
    _ id: ExpressionID, level: Int, into rest: inout [Document]
  ) -> Document {
    let isBare = current.lower == start(of: id)
    guard isBare, case .infix(let infix, let left, let right, _) = tree[id], infix.level == level
    else { return expression(id) }
    return chain(id, infix, left, right, into: &rest)
  }

  /// Returns the first operand of the chain that ends in `id`, which is `left infix right`, and adds
  /// the others, with their operators, to `rest`.
  private mutating func chain(
    _ id: ExpressionID, _ infix: InfixOperator, _ left: ExpressionID, _ right: ExpressionID,
    into rest: inout [Document]
  ) -> Document {
    let level = infix.level
    // Parentheses around the left operand are not its own.
    let isChained = start(of: left) == start(of: id)
    let first =
      isChained && !infix.groupsRight
      ? operands(left, level: level, into: &rest) : expression(left)
    let sign = words(infix == .notMember ? 2 : 1)
    if infix.groupsRight {
      var more: [Document] = []
      let second = operands(right, level: level, into: &more)
      rest += [.line, sign, .space, second] + more
    } else {
      rest += [.line, sign, .space, expression(right)]
    }
    return first
  }

  /// Returns `left..right`, with blanks when an operand has some.
  private mutating func range(_ left: ExpressionID, _ right: ExpressionID) -> Document {
    let isLeftTight = isParenthesized(left) || isTight(left)
    let first = expression(left)
    let sign = token()
    let isTight = isLeftTight && (isParenthesized(right) || isTight(right))
    let blank = isTight ? Document.empty : .space
    return .concatenation([first, blank, sign, blank, expression(right)])
  }

  /// Whether an operand of a range has no blanks.
  private func isTight(_ id: ExpressionID) -> Bool {
    switch tree[id] {
    case .integer, .float, .duration, .bytes, .timestamp, .name, .member, .enumCase, .call: true
    case .prefix(.negate, let operand): isTight(operand)
    default: false
    }
  }

  /// Returns a quantifier or an aggregate, its body on lines of its own when all does not fit on
  /// one.
  mutating func quantifier(
    _ count: ExpressionID?, _ binding: Binding, _ body: ExpressionID?
  ) -> Document {
    var parts = [token(), .space]
    if let count { parts += [expression(count), .space] }
    parts.append(self.binding(binding, filterLevels: 2))
    if let body { parts += [token(), .nest(1, .line + expression(body, isWhole: true))] }
    return .group(.concatenation(parts))
  }

  /// Returns `{for … group by key: body}`.
  mutating func groups(
    _ binding: Binding, _ key: ExpressionID, _ body: ExpressionID
  ) -> Document {
    let opener = token()
    let head = Document.concatenation([
      token(), .space, self.binding(binding, filterLevels: 0), .line, words(2), .space,
      expression(key, isWhole: true), token(),
    ])
    let inner =
      Document.group(
        head + .nest(1, .line + expression(body, isWhole: true))) + takeLeading()
    return .group(
      .concatenation([opener, .nest(1, .softline + inner), .softline, token()]))
  }

  /// Returns `base.edge*` or `base.(path | path)*`.
  mutating func closure(_ base: ExpressionID, _ paths: NodeList<EdgePath>) -> Document {
    var parts = [expression(base), token()]
    if at("(") {
      parts += [token(), self.paths(paths), token()]
    } else {
      parts.append(token())
    }
    parts.append(token())
    isBehindMark = true
    return .concatenation(parts)
  }

  /// Whether the next token, on the line of a `*` or `+` that closes an edge, would make that an
  /// operator; where it was written on the next line it did not.
  var takesUpMark: Bool {
    switch current.kind {
    case .punctuation: ["-", "(", "[", "{"].contains(current.text)
    case .keyword: current.text == "not"
    // What is expected of a row may share its line.
    case .word: isInRow && current.text == "expect"
    case .typeWord, .integer, .float, .duration, .bytes, .timestamp, .regex, .stringStart,
      .rawString, .unrecognized, .whitespace, .comment, .documentation, .stringText,
      .interpolationStart, .interpolationEnd, .stringEnd, .endOfFile:
      false
    }
  }

  /// Returns `path | path`.
  mutating func paths(_ paths: NodeList<EdgePath>) -> Document {
    var parts: [Document] = []
    for (index, path) in tree[paths].enumerated() {
      if index > 0 { parts += [.space, token(), .space] }
      parts += (0..<(2 * path.steps.count - 1)).map { _ in token() }
    }
    return .concatenation(parts)
  }

  /// Returns `name in collection where filter`.
  private mutating func binding(_ binding: Binding, filterLevels: Int) -> Document {
    var parts = [token()]
    if binding.value != nil { parts += [token(), .space, token()] }
    parts += [.space, token(), .space, expression(binding.collection)]
    if let filter = binding.filter {
      let condition = Document.concatenation([
        .line, token(), .space, indented(filter),
      ])
      parts.append(.nest(filterLevels, condition))
    }
    return .group(.concatenation(parts))
  }

  /// Returns `[for … : body]`, or the same in braces, or `{for … : key: body}`.
  mutating func comprehension(
    _ binding: Binding, _ key: ExpressionID?, _ body: ExpressionID
  ) -> Document {
    let opener = token()
    var parts = [token(), .space, self.binding(binding, filterLevels: 0), token()]
    if let key {
      let name = expression(key, isWhole: true)
      parts.append(.nest(1, .concatenation([.line, name, token(), value(body)])))
    } else {
      parts.append(.nest(1, .line + expression(body, isWhole: true)))
    }
    let inner = Document.group(.concatenation(parts)) + takeLeading()
    return .group(
      .concatenation([opener, .nest(1, .softline + inner), .softline, token()]))
  }
}

extension InfixOperator {
  /// Operators with one level are joined in one chain.
  fileprivate var level: Int {
    switch self {
    case .implies: 0
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .member, .notMember,
      .matches, .covers, .meets:
      3
    case .coalesce: 4
    case .range: 5
    case .add, .subtract, .union: 6
    case .multiply, .divide, .remainder, .intersection: 7
    }
  }

  /// Whether `a op b op c` is `a op (b op c)`.
  fileprivate var groupsRight: Bool { self == .implies || self == .coalesce }
}
