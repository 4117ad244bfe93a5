internal import PolicySyntax

/// Files, and what stands at their top.
extension Layout {
  /// Returns the document of a whole file.
  static func file(_ tree: SyntaxTree) -> Document {
    var layout = Layout(tree)
    var parts: [Document] = []
    for (index, root) in tree.roots.enumerated() {
      if index > 0 { parts += [.hardline, layout.hasBlankLine ? .empty : .blank] }
      parts += [layout.separation, layout.declaration(tree[root])]
    }
    if !layout.current.leading.isEmpty {
      parts += [tree.roots.isEmpty ? .empty : .hardline, layout.takeLeading()]
    }
    return .concatenation(parts)
  }

  /// Whether a blank line is kept somewhere between here and the next token.
  private var hasBlankLine: Bool {
    var isAfterDocumentation = false
    for comment in current.leading {
      if comment.isSeparated, !isAfterDocumentation { return true }
      isAfterDocumentation = comment.isDocumentation
    }
    return current.isSeparated && !isAfterDocumentation
  }

  private mutating func declaration(_ declaration: Declaration) -> Document {
    switch declaration {
    case .error: .empty
    case .resource(let resource): self.resource(resource)
    case .structure(let structure): self.structure(structure)
    case .enumeration(let enumeration): self.enumeration(enumeration)
    case .function(let function): self.function(function)
    case .rule(let rule): self.rule(rule)
    case .mapping(let mapping): self.mapping(mapping)
    case .test(let test): self.test(test)
    case .survivor(let survivor): self.survivor(survivor)
    }
  }

  /// Returns items in braces, each on a line of its own; on one line when `mayShareLine` and they
  /// fit.
  mutating func items(
    count: Int, mayShareLine: Bool = false, _ item: (inout Layout, Int) -> Document
  ) -> Document {
    let opener = token()
    var inner: [Document] = []
    for index in 0..<count {
      if index > 0 { inner.append(mayShareLine && !isBehindMark ? .itemLine : .hardline) }
      inner += [separation, item(&self, index)]
    }
    let comments = takeLeading()
    if comments.measure.startsWithComment {
      inner += [count > 0 ? .hardline : .empty, comments]
    } else if count == 0 {
      return opener + token()
    }
    let edge = mayShareLine ? Document.line : .hardline
    return .group(
      .concatenation([opener, .nest(1, edge + .concatenation(inner)), edge, token()]))
  }

  /// Returns string literals on one line when they fit.
  mutating func strings(_ ids: [ExpressionID], isBrokenBefore: Bool = false) -> Document {
    var parts: [Document] = []
    for (index, id) in ids.enumerated() {
      if index > 0 {
        parts += isBrokenBefore ? [.line, token(), .space] : [token(), .line]
      }
      parts.append(expression(id))
    }
    return .group(.concatenation(parts))
  }
}
