internal import PolicySyntax

/// Paths along edges, and what closes them.
extension Parser {
  /// Parses the paths in parentheses after the dot behind `base`, and the mark that closes them.
  mutating func closure(
    of base: ExpressionID, isOptional: Bool, from start: Int
  ) throws(Failure) -> ExpressionID {
    let paths = try bracketed(.leftParenthesis, .rightParenthesis) { (parser) throws(Failure) in
      try parser.paths()
    }
    guard at(.asterisk) || at(.plus) else { throw failExpecting("`*` or `+`") }
    guard let paths else {
      advance()
      return insert(.error, from: start)
    }
    return closure(of: base, paths, isOptional: isOptional, from: start)
  }

  /// Goes past the `*` or `+` that closes the paths behind `base`.
  mutating func closure(
    of base: ExpressionID, _ paths: NodeList<EdgePath>, isOptional: Bool, from start: Int
  ) -> ExpressionID {
    let includesBase = at(.asterisk)
    advance()
    return insert(
      .closure(base: base, paths: paths, includesBase: includesBase, isOptional: isOptional),
      from: start)
  }

  /// Parses `path { "|" path }`.
  mutating func paths() throws(Failure) -> NodeList<EdgePath> {
    var paths: [EdgePath] = []
    repeat {
      var steps: [TokenID] = []
      repeat { steps.append(try name("an attribute")) } while take(.dot) != nil
      paths.append(EdgePath(steps: tree.insert(steps[...])))
    } while take(.bar) != nil
    return tree.insert(paths[...])
  }

  /// Whether the next token is a `*` or `+` that closes the edge before it, and not an operator:
  /// no operand follows.
  var closesEdge: Bool {
    guard at(.asterisk) || at(.plus) else { return false }
    let next = peek()
    // An operator that ends its line has a blank before it.
    if next.startsLine, lexeme(at: position - 1).upper == current.token.lower { return true }
    switch next.token.kind {
    case .word:
      guard let keyword = next.keyword else { return false }
      return keyword == .via || keyword == .group && peek(2).keyword == .by
        || keyword == .when && peek(2).keyword == .absent
    case .typeWord, .integer, .float, .duration, .bytes, .timestamp, .regex, .stringStart,
      .rawString, .unrecognized:
      return false
    case .keyword: return !(next.keyword?.startsOperand ?? false)
    case .punctuation:
      switch next.punctuation {
      case .leftParenthesis, .leftBracket, .leftBrace, .minus: return false
      default: return true
      }
    case .whitespace, .comment, .documentation, .stringText, .interpolationStart,
      .interpolationEnd, .stringEnd, .endOfFile:
      return true
    }
  }
}

extension Keyword {
  /// Whether an operand may start with the word.
  fileprivate var startsOperand: Bool {
    switch self {
    case .absent, .all, .any, .count, .exactly, .false, .if, .match, .max, .min, .noneOf, .not,
      .now, .sum, .true, .world:
      true
    default: false
    }
  }
}
