internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Expressions with operators.
extension Parser {
  /// Parses an expression whose operators bind at least as tightly as `loosest`.
  mutating func expression(
    _ loosest: Precedence = .implication
  ) throws(Failure) -> ExpressionID {
    try nested { (parser) throws(Failure) in try parser.operators(loosest) }
  }

  /// Adds an expression that stands from the token at `start` up to the next one.
  mutating func insert(_ node: Expression, from start: Int) -> ExpressionID {
    insert(node, at: range(from: start))
  }

  /// Adds an expression that stands at `range`.
  mutating func insert(_ node: Expression, at range: SourceRange) -> ExpressionID {
    tree.insert(node, at: range)
  }

  /// Returns the range from the token at `start` up to the next one.
  func range(from start: Int) -> SourceRange {
    let first = lexeme(at: start)
    guard position > start else { return tree.range(from: first.lower, to: first.lower) }
    return tree.range(from: first.lower, to: lexeme(at: position - 1).upper)
  }

  /// Reports a chain that would make the tree too high.
  mutating func checkHeight(of id: ExpressionID) throws(Failure) {
    guard tree.height(of: id) >= Parser.greatestHeight else { return }
    throw fail { .nestingTooDeep(limit: Parser.greatestHeight, at: $1) }
  }

  private mutating func operators(_ loosest: Precedence) throws(Failure) -> ExpressionID {
    let start = position
    var left = try prefixed(loosest)
    var isCompared = false
    while true {
      try checkHeight(of: left)
      guard isAtOperator else { return left }
      if loosest <= .comparison, at(.is), !isFollowedByEquals {
        let isChained = reportsChain(isCompared)
        isCompared = true
        left = try test(left, from: start)
        if isChained { left = insert(.error, from: start) }
        continue
      }
      if loosest <= .comparison, at(.reaches), !isFollowedByEquals {
        let isChained = reportsChain(isCompared)
        isCompared = true
        left = try reach(left, from: start)
        if isChained { left = insert(.error, from: start) }
        continue
      }
      let foreign = foreignInfix
      guard let (infix, length) = foreign ?? infixOperator, infix.precedence >= loosest
      else { return left }
      if foreign != nil { reportForeign(meant: infix) }
      var isChained = false
      if infix.precedence == .comparison {
        // `a == b = c` is one mistake, not two.
        isChained = reportsChain(isCompared && foreign == nil)
        isCompared = true
      } else if infix.precedence < .comparison {
        isCompared = false
      }
      let token = currentID
      for _ in 0..<length { advance() }
      let right = try expression(infix.rightPrecedence)
      left = insert(.infix(infix, left: left, right: right, operator: token), from: start)
      if isChained { left = insert(.error, from: start) }
      if infix == .range, at(.dotDot) { throw failExpecting("the end of the range") }
    }
  }

  /// Whether something is next that may be an operator, here or in another language: most operands
  /// stand alone.
  private var isAtOperator: Bool {
    switch current.token.kind {
    case .keyword: true
    case .punctuation:
      current.foreign != nil || at(.equals) || current.punctuation?.infixOperator != nil
    default: false
    }
  }

  /// Reports a comparison of a comparison, if it is one; nothing more is said about it.
  private mutating func reportsChain(_ isCompared: Bool) -> Bool {
    guard isCompared else { return false }
    diagnostics.insert(.chainedComparison(at: tree.range(of: currentID)))
    return true
  }

  /// Parses an operand with the operators before it.
  private mutating func prefixed(_ loosest: Precedence) throws(Failure) -> ExpressionID {
    let start = position
    if at(.not) || current.foreign == .not {
      if current.foreign != nil {
        report(foreign: "!", meant: "not")
      } else if loosest > .negation {
        diagnostics.insert(.bareNegation(at: tree.range(of: currentID)))
      }
      advance()
      let operand = try expression(.negation)
      return insert(.prefix(.not, operand: operand), from: start)
    }
    if take(.minus) != nil {
      let operand = try expression(.prefix)
      return insert(.prefix(.negate, operand: operand), from: start)
    }
    return try cast()
  }

  /// Parses `postfix { "as" type }`.
  private mutating func cast() throws(Failure) -> ExpressionID {
    let start = position
    var operand = try postfix()
    while at(.question) {
      diagnostics.insert(.questionMark(at: tree.range(of: currentID)))
      advance()
    }
    while at(.as), !isFollowedByEquals {
      try checkHeight(of: operand)
      advance()
      operand = insert(.cast(operand: operand, type: try type()), from: start)
    }
    return operand
  }

  /// Parses `"is" [ "not" ] ( "present" | "absent" | "empty" | "world" )` after `operand`.
  private mutating func test(
    _ operand: ExpressionID, from start: Int
  ) throws(Failure) -> ExpressionID {
    advance()
    let isNegated = take(.not) != nil
    let test: TestOperator
    switch current.keyword {
    case .present: test = isNegated ? .absent : .present
    case .absent: test = isNegated ? .present : .absent
    case .empty: test = isNegated ? .notEmpty : .empty
    case .world: test = isNegated ? .notWorld : .world
    default: throw failExpecting("`present`, `absent`, `empty` or `world`")
    }
    advance()
    return insert(.test(test, operand: operand), from: start)
  }

  /// Parses `"reaches" coalescing "via" paths` after `source`.
  private mutating func reach(
    _ source: ExpressionID, from start: Int
  ) throws(Failure) -> ExpressionID {
    advance()
    let target = try expression(.coalescing)
    try expect(.via)
    return insert(.reach(source: source, target: target, paths: try paths()), from: start)
  }

  /// Whether the next word is the name of what is assigned to.
  private var isFollowedByEquals: Bool {
    current.token.kind == .keyword && peek().punctuation == .equals
  }

  /// The operator that is next, and the number of its tokens.
  var infixOperator: (InfixOperator, length: Int)? {
    if isFollowedByEquals { return nil }
    if let keyword = current.keyword, current.token.kind == .keyword {
      switch keyword {
      case .implies: return (.implies, 1)
      case .or: return (.or, 1)
      case .and: return (.and, 1)
      case .in: return (.member, 1)
      case .not where peek().keyword == .in: return (.notMember, 2)
      case .matches: return (.matches, 1)
      case .covers: return (.covers, 1)
      case .meets: return (.meets, 1)
      default: return nil
      }
    }
    return current.punctuation?.infixOperator.map { ($0, 1) }
  }

  /// The operator that the next token is in other languages.
  private var foreignInfix: (InfixOperator, length: Int)? {
    if let foreign = current.foreign {
      switch foreign {
      case .and: return (.and, 1)
      case .or: return (.or, 1)
      case .not: return nil
      }
    }
    return at(.equals) ? (.equal, 1) : nil
  }

  /// Reports a mark that should be the operator `meant`.
  private mutating func reportForeign(meant: InfixOperator) {
    report(foreign: tree.text(of: currentID), meant: meant.rawValue)
  }

  /// Reports `mark`, the next token, which should be `meant`.
  private mutating func report(foreign mark: String, meant: String) {
    diagnostics.insert(.foreignOperator(mark, meant: meant, at: tree.range(of: currentID)))
  }
}
