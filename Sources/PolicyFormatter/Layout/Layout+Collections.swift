internal import PolicySyntax

/// Literals with elements.
extension Layout {
  /// Whether the expression is between brackets of its own.
  func isBracketed(_ id: ExpressionID) -> Bool {
    guard !isParenthesized(id) else { return false }
    switch tree[id] {
    case .list, .set, .map, .comprehension, .mapComprehension, .groups, .structure: return true
    default: return false
    }
  }

  /// Whether the expression, which is next, starts with what is broken between brackets: a literal,
  /// or a call whose only argument is one.
  func isHugging(_ id: ExpressionID) -> Bool {
    guard !isParenthesized(id) else { return false }
    guard case .call(_, let arguments, let hasReceiver, _) = tree[id] else {
      return isBracketed(id)
    }
    guard !hasReceiver, arguments.count == 1, let only = tree[arguments].first else { return false }
    // The argument is after the name and the parenthesis.
    guard position + 2 < tokens.count, tokens[position + 2].lower == start(of: only) else {
      return false
    }
    switch tree[only] {
    case .list, .set, .map, .comprehension, .mapComprehension, .groups, .structure: return true
    default: return false
    }
  }

  /// Returns the expression, which is next, with its further lines one level deeper, unless it is
  /// between brackets that show where it ends.
  mutating func indented(_ id: ExpressionID) -> Document {
    let isEnclosed = isParenthesized(id) || isHugging(id)
    let document = expression(id, isWhole: true)
    return isEnclosed ? document : .nest(1, document)
  }

  /// Returns `[a, b]` or `{a, b}`.
  mutating func elements(_ list: NodeList<ExpressionID>) -> Document {
    let ids = Array(tree[list])
    return bracketed(isPadded: false, count: ids.count) { layout, index in
      layout.expression(ids[index], isWhole: true)
    }
  }

  /// Returns `{a: b}`.
  mutating func map(_ list: NodeList<MapEntry>) -> Document {
    let entries = Array(tree[list])
    return bracketed(isPadded: false, count: entries.count) { layout, index in
      let key = layout.expression(entries[index].key, isWhole: true)
      return .concatenation([key, layout.token(), layout.value(entries[index].value)])
    }
  }

  /// Returns `Type { name: value }`.
  mutating func structure(_ type: QualifiedName, _ list: NodeList<FieldValue>) -> Document {
    let fields = Array(tree[list])
    let type = name(type)
    let body = bracketed(isPadded: true, count: fields.count) { layout, index in
      .concatenation([layout.token(), layout.token(), layout.value(fields[index].value)])
    }
    return .concatenation([type, .space, body])
  }

  /// Returns elements in brackets: on one line, or each on its own with a comma after it.
  mutating func bracketed(
    isPadded: Bool, count: Int, _ element: (inout Layout, Int) -> Document
  ) -> Document {
    let opener = token()
    let comment = takeCommentBeforeCloser()
    var inner: [Document] = []
    for index in 0..<count {
      inner += [separation, element(&self, index)]
      let isLast = index + 1 == count
      if at(",") {
        inner.append(isLast ? .ifBroken(.text(",")) + skippedToken() : token() + .line)
      } else if isLast {
        inner.append(.ifBroken(.text(",")))
      }
    }
    if let comment { inner.append(.trailingComment(comment.text)) }
    inner.append(takeLeading())
    if count == 0, !inner.contains(where: \.measure.startsWithComment) {
      return .concatenation([opener, token()])
    }
    let edge = isPadded && count > 0 ? Document.line : .softline
    return .group(
      .concatenation([opener, .nest(1, edge + .concatenation(inner)), edge, token()]))
  }

  /// Takes the comment away that is before the bracket that closes what was just opened, at the end
  /// of a line: a comma may have to come before it.
  private mutating func takeCommentBeforeCloser() -> Comment? {
    var depth = 0
    var index = position
    while index < tokens.count {
      switch tokens[index].kind == .punctuation ? tokens[index].text : "" {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        if depth == 0 { return takeTrailing(index - 1) }
        depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Takes the comment away that is behind the token at `index`, an element's last.
  private mutating func takeTrailing(_ index: Int) -> Comment? {
    guard index >= position, !tokens[index].isMark(",") else { return nil }
    defer { tokens[index].trailing = nil }
    return tokens[index].trailing
  }
}
