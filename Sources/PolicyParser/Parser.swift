internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// A recursive-descent parser of one piece of text.
///
/// A production that does not fit reports that once and throws. Who repeats productions catches,
/// skips to where the next one may start, and says nothing more about that place.
struct Parser {
  /// The greatest depth of productions in productions.
  static let deepestNesting = 128

  /// The greatest height of an expression, which chains of operators reach without nesting.
  static let greatestHeight = 256

  /// The tree that is made.
  var tree: SyntaxTree

  /// What was wrong.
  var diagnostics = DiagnosticSet()

  /// The tokens that are no trivia; the last one is the end of the text.
  private var lexemes: [Lexeme] = []

  /// The number of tokens in the tree before those of the text.
  private var firstToken: UInt32 = 0

  /// The index of the next of them.
  private(set) var position = 0

  /// The next token.
  private(set) var current = Lexeme.nothing

  /// The index of the one that something was last said about.
  var silentPosition = -1

  /// The number of productions that enclose the next token.
  var depth = 0

  /// Which braces enclose the next token.
  var body = Body.file

  /// The indentation of the item that encloses the next token, when the item starts a line.
  var itemIndentation: Int32?

  /// The line of the brace that opens the body.
  var bodyLine: Int32?

  /// What closes the brackets, inside of the body, that enclose the next token.
  var closers: [Punctuation] = []

  /// Whether `Type {` starts a structure literal.
  var allowsStructures = true

  /// The elements of the lists of expressions that enclose the next token.
  var openExpressions: [ExpressionID] = []

  /// The fields of the literals that enclose the next token.
  var openFields: [FieldValue] = []

  /// The parts of the strings that enclose the next token.
  var openSegments: [StringSegment] = []

  /// Creates a parser that adds to `tree`.
  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  /// Makes the text of the tree in `range` the text to parse.
  mutating func read(_ range: Range<Int>, isTemplate: Bool = false) {
    let (problems, isUTF8) = WellFormed.check(tree, in: range)
    diagnostics.formUnion(problems)
    let text =
      isUTF8
      ? Lexer.split(tree, in: range, isTemplate: isTemplate) : LexedText(unreadable: range)
    diagnostics.formUnion(text.diagnostics)
    firstToken = UInt32(tree.tokens.count)
    tree.append(tokens: text.tokens)
    lexemes = text.lexemes
    position = 0
    current = lexemes[0]
    silentPosition = -1
    itemIndentation = nil
    bodyLine = nil
  }

  /// The identity of the next token.
  var currentID: TokenID { id(at: position) }

  /// Returns the identity of the token at `position`.
  func id(at position: Int) -> TokenID { TokenID(index: firstToken + lexemes[position].index) }

  /// Whether no token is left.
  var isAtEnd: Bool { current.token.kind == .endOfFile }

  /// Returns the token `distance` after the next one, or the end of the text.
  func peek(_ distance: Int = 1) -> Lexeme {
    lexemes[Swift.min(position + distance, lexemes.count - 1)]
  }

  /// Returns the token at `position`.
  func lexeme(at position: Int) -> Token { lexemes[position].token }

  /// Whether the interpolation that the next token is in has its brace, and does not end with its
  /// line.
  var isInterpolationClosed: Bool {
    var open = 0
    for lexeme in lexemes[position...] {
      if lexeme.token.kind == .interpolationStart { open += 1 }
      guard lexeme.token.kind == .interpolationEnd else { continue }
      if open == 0 { return !lexeme.isMissing }
      open -= 1
    }
    return false
  }

  /// Goes past the next token and returns it; stays at the end of the text.
  @discardableResult
  mutating func advance() -> TokenID {
    let id = TokenID(index: firstToken + current.index)
    if !isAtEnd {
      position += 1
      current = lexemes[position]
    }
    return id
  }

  /// Returns whether the next token is `mark`.
  func at(_ mark: Punctuation) -> Bool { current.punctuation == mark }

  /// Returns whether the next token may be the keyword `word`.
  func at(_ word: Keyword) -> Bool { current.keyword == word }

  /// Goes past `mark` if it is next.
  mutating func take(_ mark: Punctuation) -> TokenID? { at(mark) ? advance() : nil }

  /// Goes past the keyword `word` if it is next.
  mutating func take(_ word: Keyword) -> TokenID? { at(word) ? advance() : nil }

  /// Goes past `mark`, or reports that it is missing.
  @discardableResult
  mutating func expect(_ mark: Punctuation) throws(Failure) -> TokenID {
    if let id = take(mark) { return id }
    throw failExpecting("`\(mark.rawValue)`")
  }

  /// Goes past the keyword `word`, or reports that it is missing.
  @discardableResult
  mutating func expect(_ word: Keyword) throws(Failure) -> TokenID {
    if let id = take(word) { return id }
    throw failExpecting("`\(word.rawValue)`")
  }

  /// Goes past one of `words`, or reports that it is missing.
  mutating func expect(oneOf words: [Keyword]) throws(Failure) -> TokenID {
    for word in words where at(word) { return advance() }
    throw failExpecting(words.map { "`\($0.rawValue)`" }.joined(separator: " or "))
  }

  /// Whether the next token can name something that is reached through a dot or a field.
  var isAtName: Bool { current.token.kind == .word || current.token.kind == .keyword }

  /// Goes past a name, which may be a keyword.
  mutating func name(_ what: String) throws(Failure) -> TokenID {
    if isAtName { return advance() }
    throw fail { .expectedName(what, found: $0, at: $1) }
  }

  /// Goes past the name of a variable, reporting one that is reserved.
  mutating func variableName(_ what: String) throws(Failure) -> TokenID {
    if at(.in), peek().keyword != .in {
      throw fail { .expectedName(what, found: $0, at: $1) }
    }
    if current.token.kind == .keyword, let keyword = current.keyword {
      diagnostics.insert(.reservedName(keyword.rawValue, at: tree.range(of: currentID)))
    }
    return try name(what)
  }

  /// Whether the next token starts a string.
  var isAtString: Bool { isString(current) }

  /// Returns whether `lexeme` starts a string.
  func isString(_ lexeme: Lexeme) -> Bool {
    lexeme.token.kind == .stringStart || lexeme.token.kind == .rawString
  }

  /// The documentation right before the next token.
  var documentation: [TokenID] {
    var index = Int(currentID.index)
    var found: [TokenID] = []
    while index > 0 {
      index -= 1
      let id = TokenID(index: UInt32(index))
      switch tree[id].kind {
      case .documentation: found.append(id)
      case .whitespace, .comment: continue
      default: return found.reversed()
      }
    }
    return found.reversed()
  }

  /// Runs `production` one level deeper, or reports that this is too deep.
  mutating func nested<Result>(
    _ production: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard depth < Parser.deepestNesting else { throw failTooDeep() }
    depth += 1
    defer { depth -= 1 }
    return try production(&self)
  }

  /// Reports that the next token is nested too deeply.
  mutating func failTooDeep() -> Failure {
    fail { .nestingTooDeep(limit: Parser.deepestNesting, at: $1) }
  }
}
