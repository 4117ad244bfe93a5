import PolicySyntax

/// Rules in a form that does not show how they were written.
enum RuleShape {
  /// Returns the shapes of the rules of `tree`.
  static func of(_ tree: SyntaxTree) -> [String] {
    tree.roots.flatMap { root -> [String] in
      guard case .rule(let rule) = tree[root] else { return ["no rule"] }
      var lines = [tree.documentation(of: rule.documentation)]
      lines.append("rule \(tree.text(of: rule.name))")
      for parameter in rule.parameters {
        let value = parameter.defaultValue.map { Shape.describe($0, in: tree) } ?? ""
        let bounds = parameter.bounds.map { Shape.describe($0, in: tree) } ?? ""
        lines.append("\(tree.text(of: parameter.name)) = \(value) in \(bounds)")
      }
      return lines + rule.statements.map { describe($0, in: tree) }
    }
  }

  private static func describe(_ statement: Statement, in tree: SyntaxTree) -> String {
    func shape(_ id: ExpressionID?) -> String {
      id.map { Shape.describe($0, in: tree) } ?? "nothing"
    }
    switch statement {
    case .population(let word, let name, let type):
      return "\(tree.text(of: word)) \(tree.text(of: name)) \(tree.text(of: type))"
    case .filter(let word, let condition): return "\(tree.text(of: word)) \(shape(condition))"
    case .constant(let word, let name, _, let value):
      return "\(tree.text(of: word)) \(tree.text(of: name)) \(shape(value))"
    case .requirement(let word, let condition, let message):
      return "\(tree.text(of: word)) \(shape(condition)) \(shape(message))"
    case .severity(let word, let value), .onEmpty(let word, let value):
      return "\(tree.text(of: word)) \(tree.text(of: value))"
    case .remediation(let word, let text): return "\(tree.text(of: word)) \(shape(text))"
    case .formerly(let word, let names):
      return ([word] + names).map { tree.text(of: $0) }.joined(separator: " ")
    case .error: return "error"
    }
  }
}
