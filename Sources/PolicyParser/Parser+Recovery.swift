internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Reporting what does not fit, and going on after it.
extension Parser {
  /// Reports what `diagnostic` makes of the next token and its place, unless something was said
  /// about it before.
  ///
  /// The place is the token when `onToken`; else what is missing before it may be missing at the
  /// end of the line before.
  mutating func fail(
    onToken: Bool = false, _ diagnostic: (String, SourceRange) -> Diagnostic
  ) -> Failure {
    if position != silentPosition, !current.isReported {
      diagnostics.insert(
        diagnostic(foundText, onToken ? tree.range(of: currentID) : place))
    }
    silentPosition = position
    return Failure()
  }

  /// Reports that `what` should stand before the next token.
  mutating func failExpecting(_ what: String) -> Failure {
    fail { .expectedToken(what, found: $0, at: $1) }
  }

  /// Reports that an expression should stand before the next token.
  mutating func failExpectingExpression() -> Failure {
    fail { .expectedExpression(found: $0, at: $1) }
  }

  /// How the next token is called in messages.
  private var foundText: String {
    if isAtEnd { return "the end of the text" }
    let text = tree.text(of: currentID)
    return text.count > 40 ? "`\(text.prefix(40))…`" : "`\(text)`"
  }

  /// Where the next token is missed: on its own place, or at the end of the line before.
  private var place: SourceRange {
    guard position > 0, current.startsLine || isAtEnd else { return tree.range(of: currentID) }
    return tree.range(of: id(at: position - 1)).end
  }

  /// Parses items in braces.
  mutating func items<Item>(
    _ kind: Body, wrong: Item?, _ item: (inout Parser) throws(Failure) -> Item
  ) throws(Failure) -> [Item] {
    let outer = (body, itemIndentation, bodyLine)
    body = kind
    bodyLine = current.line
    defer { (body, itemIndentation, bodyLine) = outer }
    let open = try expect(.leftBrace)
    var items: [Item] = []
    while !at(.rightBrace), !isAtEnd, !startsDeclaration {
      let start = position
      itemIndentation = current.startsLine ? current.indentation : nil
      // A mistake on a new line is another one.
      if current.startsLine, !items.isEmpty { silentPosition = -1 }
      do {
        items.append(try item(&self))
      } catch {
        if position == start { advance() }
        skip { $0.startsItem }
        if let wrong { items.append(wrong) }
        if current.startsLine { silentPosition = -1 }
      }
    }
    if take(.rightBrace) == nil {
      let opened = tree.range(of: open)
      _ = fail { .unclosedBrace(found: $0, opened: opened, at: $1) }
    }
    return items
  }

  /// Returns what `production` gives, or an error node for all up to where its list goes on.
  mutating func recovering(
    _ production: (inout Parser) throws(Failure) -> ExpressionID
  ) -> ExpressionID {
    let start = position
    do {
      return try production(&self)
    } catch {
      skip { $0.at(.comma) || $0.startsItem || $0.startsMessage }
      return insert(.error, from: start)
    }
  }

  /// Parses what `content` parses between `opener` and `closer`, where structure literals are allowed again;
  /// gives `nil` after reporting what does not fit between them.
  mutating func bracketed<Content>(
    _ opener: Punctuation, _ closer: Punctuation,
    _ content: (inout Parser) throws(Failure) -> Content
  ) throws(Failure) -> Content? {
    try expect(opener)
    let outer = allowsStructures
    allowsStructures = true
    closers.append(closer)
    defer {
      allowsStructures = outer
      closers.removeLast()
    }
    var result: Content?
    do {
      result = try content(&self)
      if take(closer) != nil { return result }
      throw failExpecting("`\(closer.rawValue)`")
    } catch {
      skip { _ in false }
      guard at(closer) || isMistakenCloser else { throw Failure() }
      advance()
      return nil
    }
  }

  /// Whether the next token closes a bracket, but none that is open.
  private var isMistakenCloser: Bool {
    guard let mark = current.punctuation, !closers.contains(mark) else { return false }
    switch mark {
    case .rightBracket, .rightParenthesis: return true
    // The body's own brace stands on the line where that opens, or starts a line.
    case .rightBrace: return !current.startsLine && current.line != bodyLine
    default: return false
    }
  }

  /// Skips to a token, outside of brackets that open before it, for which `isStop` holds, to a
  /// closing bracket without an opening one, or to what certainly starts something new.
  mutating func skip(to isStop: (Parser) -> Bool) {
    var brackets = 0
    while !isAtEnd, !startsDeclaration, !startsCertainStatement, !startsAlignedItem {
      if brackets == 0, isStop(self) { break }
      switch current.punctuation {
      case .leftBrace, .leftBracket, .leftParenthesis: brackets += 1
      case .rightBrace, .rightBracket, .rightParenthesis:
        if brackets == 0 { return silence() }
        brackets -= 1
      default: break
      }
      if current.token.kind == .stringStart {
        skipString()
      } else if current.token.kind == .interpolationEnd || current.token.kind == .stringEnd {
        break
      } else {
        advance()
      }
    }
    silence()
  }

  /// Says nothing about the next token.
  private mutating func silence() { silentPosition = position }

  /// Skips a string with all that is in it.
  private mutating func skipString() {
    var open = 0
    repeat {
      if current.token.kind == .stringStart { open += 1 }
      if current.token.kind == .stringEnd { open -= 1 }
      advance()
    } while open > 0 && !isAtEnd
  }

  /// Whether a declaration starts a line here.
  var startsDeclaration: Bool {
    guard current.startsLine, let keyword = current.keyword else { return false }
    let next = peek().token.kind
    switch keyword {
    case .rule, .test: return next == .word && peek(2).punctuation != .colon
    case .private: return peek().keyword == .fn
    case .fn: return next == .word && peek(2).punctuation == .leftParenthesis
    case .survivor: return next == .word && isString(peek(2))
    case .map: return next == .word && (isString(peek(2)) || peek(2).keyword == .to)
    case .enum, .struct, .resource:
      // A variable may have such a name, and end what is before the next declaration.
      if next == .typeWord, !peek().startsLine { return true }
      let isNamed = [.dot, .leftBrace].contains(peek(2).punctuation)
      return isNamed && (next == .word || next == .typeWord)
    default: return false
    }
  }

  /// Whether a statement starts here that cannot be part of an expression.
  var startsCertainStatement: Bool {
    guard let keyword = current.keyword, body != .file else { return false }
    switch keyword {
    case .require, .let: return current.token.kind == .keyword && peek().punctuation != .colon
    case .severity, .onEmpty, .formerly:
      return startsClause(body == .statements, peek().token.kind == .word)
    case .remediation: return startsClause(body == .statements, isString(peek()))
    case .given: return startsClause(body == .testCase, peek().token.kind == .word)
    case .expect:
      return startsClause(body == .testCase, isString(peek()) || peek().token.kind == .word)
    case .case: return startsClause(body == .test, isString(peek()))
    default: return false
    }
  }

  /// Whether a line starts here that is aligned with the item that encloses the next token.
  var startsAlignedItem: Bool {
    guard current.startsLine, current.indentation == itemIndentation else { return false }
    switch current.token.kind {
    case .word, .typeWord: return true
    case .keyword: return infixOperator == nil && !at(.else) && !at(.then) && !at(.is) && !at(.as)
    default: return false
    }
  }

  /// Whether the next token, a word where an operand should be, starts the next item instead, so
  /// that this one lacks its operand.
  ///
  /// No operand is followed by another on its line, or by `=`.
  var isMissedByItem: Bool {
    guard current.startsLine, !peek().startsLine else { return startsDeclaration }
    switch peek().token.kind {
    case .word, .typeWord, .integer, .stringStart, .rawString, .timestamp, .duration:
      return startsAlignedItem || startsItem || startsCertainStatement || startsDeclaration
    default: return peek().punctuation == .equals
    }
  }

  /// Returns whether this line starts a clause in its own body with what follows it.
  private func startsClause(_ isInBody: Bool, _ isFollowed: Bool) -> Bool {
    isInBody && isFollowed && current.startsLine
  }

  /// Whether the message of a requirement starts here.
  private var startsMessage: Bool { at(.else) && isString(peek()) }

  /// Whether an item of the body starts here, outside of brackets.
  var startsItem: Bool {
    let next = peek()
    switch body {
    case .file: return false
    case .attributes: return isAtName && next.punctuation == .colon
    case .enumCases: return current.token.kind == .typeWord
    case .statements:
      return current.startsLine && (at(.where) || at(.for)) || at(.require) || at(.let)
    case .mapping:
      if isAtName, next.punctuation == .equals { return true }
      return current.startsLine && (at(.where) || at(.let) || at(.join))
    case .test: return at(.case) || current.startsLine && (at(.now) || at(.with))
    case .testCase:
      if !current.startsLine { return at(.expect) || at(.given) }
      return at(.now) || at(.with) || at(.let) || at(.row) || startsTypeName
    }
  }

  /// Whether a dotted name that ends in a type's word starts here.
  var startsTypeName: Bool {
    var distance = 0
    if current.token.kind != .word, current.token.kind != .typeWord { return false }
    // No type has as many parts; looking further at each line would take for ever.
    while distance < 64, peek(distance).token.kind == .word,
      peek(distance + 1).punctuation == .dot
    {
      distance += 2
    }
    return peek(distance).token.kind == .typeWord
  }
}
