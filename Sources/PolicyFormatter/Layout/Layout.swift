internal import PolicySyntax
internal import SourceText

/// Makes the document of a tree.
///
/// The tree is walked in the order of its text, and each token is taken from the text in turn, with
/// its comments, so that none can be lost.
struct Layout {
  /// The tree.
  let tree: SyntaxTree

  /// Its tokens, the end of the file last.
  var tokens: [CommentedToken]

  /// The index of the next token.
  var position = 0

  /// Whether the values of a row are next.
  var isInRow = false

  /// Whether what was written last is the mark of an edge, which may close it only because its line
  /// ends there.
  var isBehindMark = false

  /// Creates the layout of `tree`, which has no holes.
  init(_ tree: SyntaxTree) {
    self.tree = tree
    self.tokens = CommentedTokens.read(tree)
  }

  /// The next token.
  var current: CommentedToken { tokens[position] }

  /// Returns where the expression starts, without parentheses around it: a 0-based offset.
  func start(of id: ExpressionID) -> UInt32 { tree.range(of: id).lower }

  /// Returns whether parentheses are around the expression, which is next.
  func isParenthesized(_ id: ExpressionID) -> Bool {
    current.isMark("(") && current.lower < start(of: id)
  }

  /// Returns whether the next token is the mark or word `text`.
  func at(_ text: String) -> Bool { current.text == text }

  /// Returns the next token, and goes past it.
  mutating func token() -> Document {
    let text = Document.text(current.text)
    return annotated(text)
  }

  /// Returns the next `count` tokens with blanks between them.
  mutating func words(_ count: Int) -> Document {
    var parts = [token()]
    for _ in 1..<Swift.max(1, count) { parts += [.space, token()] }
    return .concatenation(parts)
  }

  /// Returns the comments at the next token, and goes past it.
  mutating func skippedToken() -> Document { annotated(.empty) }

  /// Returns `document` with the comments of the next token, and goes past that.
  private mutating func annotated(_ document: Document) -> Document {
    let token = current
    isBehindMark = false
    if position + 1 < tokens.count { position += 1 }
    if !token.hasComments { return document }
    var parts = Layout.lines(of: token.leading)
    if token.isSeparated, let last = token.leading.last, !last.isDocumentation,
      !["}", "]", ")"].contains(token.text)
    {
      parts.append(.blank)
    }
    parts.append(document)
    if let comment = token.trailing { parts.append(.trailingComment(comment.text)) }
    return .concatenation(parts)
  }

  /// Returns comments on lines of their own.
  static func lines(of comments: [Comment]) -> [Document] {
    var parts: [Document] = []
    var isAfterDocumentation = false
    for comment in comments {
      if comment.isSeparated, !isAfterDocumentation { parts.append(.blank) }
      parts.append(.comment(comment.text))
      isAfterDocumentation = comment.isDocumentation
    }
    return parts
  }

  /// Takes the comments away that are before the next token.
  mutating func takeLeading() -> Document {
    let comments = tokens[position].leading
    tokens[position].leading = []
    return .concatenation(Layout.lines(of: comments))
  }

  /// A wish for a blank line, if blank lines are before the next token, or its first comment.
  var separation: Document {
    // A comment brings its own.
    current.isSeparated && current.leading.isEmpty ? .blank : .empty
  }

  /// Returns the type, and goes past it.
  mutating func type(_ id: TypeNameID) -> Document {
    switch tree[id] {
    case .error: return .empty
    case .named(let name, let arguments):
      var parts = [self.name(name)]
      guard !arguments.isEmpty else { return parts[0] }
      parts.append(token())
      for (index, argument) in tree[arguments].enumerated() {
        if index > 0 { parts += [token(), .space] }
        parts.append(type(argument))
      }
      parts.append(token())
      return .concatenation(parts)
    case .list(let element): return .concatenation([token(), type(element), token()])
    case .optional(let wrapped): return .concatenation([type(wrapped), token()])
    }
  }

  /// Returns the name with its dots, and goes past it.
  mutating func name(_ name: QualifiedName) -> Document {
    .concatenation((0..<(2 * name.count - 1)).map { _ in token() })
  }
}
