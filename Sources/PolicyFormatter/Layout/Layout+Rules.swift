internal import PolicySyntax

/// Functions and rules.
extension Layout {
  /// Returns `fn name(parameters) -> Type = body`.
  mutating func function(_ function: FunctionDeclaration) -> Document {
    let head = Document.concatenation([
      words(function.isPrivate ? 2 : 1), .space, token(), parameters(function.parameters), .space,
      token(), .space,
      type(function.result), .space, token(),
    ])
    let style = isBareBracket(function.body) ? ValueStyle.bracketed : .indented
    return .group(head + .value(expression(function.body, isWhole: true), style))
  }

  /// Whether the body of a function is a literal that starts with its bracket.
  private func isBareBracket(_ id: ExpressionID) -> Bool {
    guard !isParenthesized(id) else { return false }
    switch tree[id] {
    case .list, .set, .map: return true
    default: return false
    }
  }

  /// Returns `rule name(parameters) { … }`.
  mutating func rule(_ rule: RuleDeclaration) -> Document {
    var parts = [words(2)]
    if at("(") { parts.append(parameters(rule.parameters)) }
    parts.append(.space)
    parts.append(
      items(count: rule.statements.count) { layout, index in
        layout.statement(rule.statements[index])
      })
    return .concatenation(parts)
  }

  /// Returns `(name: Type = value in bounds, …)`.
  private mutating func parameters(_ parameters: [ParameterDeclaration]) -> Document {
    let opener = token()
    var inner: [Document] = []
    for (index, parameter) in parameters.enumerated() {
      inner.append(self.parameter(parameter))
      guard at(",") else { continue }
      // A comma after the last one is not in the grammar.
      inner.append(index + 1 < parameters.count ? token() + .line : skippedToken())
    }
    inner.append(takeLeading())
    let edge = parameters.isEmpty ? Document.empty : .softline
    return .group(
      .concatenation([opener, .nest(1, edge + .concatenation(inner)), edge, token()]))
  }

  private mutating func parameter(_ parameter: ParameterDeclaration) -> Document {
    var parts = [token(), token(), .space, type(parameter.type)]
    if let value = parameter.defaultValue {
      parts += [.space, token(), self.value(value, isWhole: false)]
    }
    if let bounds = parameter.bounds {
      parts += [.space, token(), .space, expression(bounds)]
    }
    return .concatenation(parts)
  }

  private mutating func statement(_ statement: Statement) -> Document {
    switch statement {
    case .error: return .empty
    case .population(_, _, let type):
      return .concatenation([words(3), .space, name(type)])
    case .filter(_, let condition): return filter(condition)
    case .constant(_, _, let type, let value): return constant(type, value)
    case .requirement(_, let condition, let message): return requirement(condition, message)
    case .severity, .onEmpty: return words(2)
    case .formerly(_, let names): return formerNames(names)
    case .remediation(_, let text):
      return .concatenation([token(), .space, expression(text)])
    }
  }

  /// Returns `where condition`.
  mutating func filter(_ condition: ExpressionID) -> Document {
    .concatenation([token(), .space, expression(condition, isWhole: true)])
  }

  /// Returns `let name: Type = value`.
  mutating func constant(_ type: TypeNameID?, _ value: ExpressionID) -> Document {
    var parts = [words(2)]
    if let type { parts += [token(), .space, self.type(type)] }
    parts += [.space, token(), self.value(value)]
    return .group(.concatenation(parts))
  }

  /// Returns `require condition else message`, the message on a line of its own.
  private mutating func requirement(
    _ condition: ExpressionID, _ message: ExpressionID?
  ) -> Document {
    let keyword = token()
    // One level deeper than the message, so that the message stands out.
    let head = Document.group(.concatenation([keyword, .space, indented(condition)]))
    guard let message else { return head }
    return .concatenation([
      head, .nest(1, .concatenation([.hardline, token(), .space, expression(message)])),
    ])
  }
}
