internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Splits text into tokens, each byte in exactly one.
struct Lexer {
  /// A string whose end has not been met.
  struct OpenString {
    /// Where it starts.
    let lower: Int
    /// Whether a quote ends it; else the end of the text does.
    let isQuoted: Bool
    /// Whether an interpolation is open in it.
    var isInterpolating = false
    /// Where that interpolation starts.
    var interpolation = 0
    /// How many braces are open in that interpolation.
    var braces = 0
  }

  /// The greatest number of strings inside each other.
  static let deepestStrings = 16

  /// The tree whose text is split.
  let tree: SyntaxTree

  /// The bytes of the tree.
  let bytes: [UInt8]

  /// The offset past the last byte to split.
  let end: Int

  /// The keywords by spelling.
  let keywords = KeywordTable.standard

  /// The marks by spelling.
  let marks = MarkTable.standard

  /// The offset of the next byte.
  var offset: Int

  /// The tokens so far.
  var lexemes: [Lexeme] = []

  /// The strings that enclose the next byte, outermost first.
  var strings: [OpenString] = []

  /// Whether no significant token was met on this line.
  var isLineStart = true

  /// The 0-based line of the next byte.
  var line: Int32 = 0

  /// Where the line starts.
  var lineStart: Int

  /// Whether the last significant token may end an operand.
  var isAfterOperand = false

  /// Whether the last significant token is a dot, after which each word is a name.
  var isAfterDot = false

  /// What was wrong.
  var diagnostics = DiagnosticSet()

  /// Creates a lexer of the bytes of `tree` in `range`.
  init(_ tree: SyntaxTree, in range: Range<Int>) {
    self.tree = tree
    self.bytes = tree.text
    self.end = range.upperBound
    self.offset = range.lowerBound
    self.lineStart = range.lowerBound
  }

  /// Returns the tokens of the text; when `isTemplate`, of the text as the inside of a string.
  static func tokens(
    of tree: SyntaxTree, in range: Range<Int>, isTemplate: Bool
  ) -> ([Lexeme], DiagnosticSet) {
    var lexer = Lexer(tree, in: range)
    // Few policies have more tokens than that for their length.
    lexer.lexemes.reserveCapacity(Swift.min(range.count / 3 + 8, 1 << 16))
    if isTemplate {
      lexer.strings.append(OpenString(lower: range.lowerBound, isQuoted: false))
      lexer.add(.stringStart, from: range.lowerBound)
    }
    while lexer.offset < lexer.end { lexer.readToken() }
    lexer.closeStrings(isReported: !isTemplate || lexer.strings.count > 1 || lexer.isInterpolating)
    lexer.add(.endOfFile, from: lexer.offset)
    return (lexer.lexemes, lexer.diagnostics)
  }

  /// Whether the innermost open string has an open interpolation.
  var isInterpolating: Bool { strings.last?.isInterpolating ?? false }

  /// Returns the byte `distance` after the next one, or 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < end ? bytes[offset + distance] : 0
  }

  /// Reads one token.
  private mutating func readToken() {
    if let string = strings.last, !string.isInterpolating { return readStringPiece(string) }
    let byte = peek()
    let lower = offset
    switch byte {
    case _ where Byte.isLineBreak(byte) && strings.contains(where: \.isQuoted):
      closeStrings(isReported: true)
    case Byte.space, Byte.tab, Byte.newline, Byte.carriageReturn: readWhitespace()
    case Byte.slash where peek(1) == Byte.slash: readComment()
    case Byte.slash where !isAfterOperand: readRegex()
    case Byte.quote: openString()
    case Byte.apostrophe: readRawString()
    case _ where Byte.isDigit(byte): readNumber()
    case _ where startsWord: readWord()
    case Byte.rightBrace where isInterpolating && strings.last?.braces == 0:
      offset += 1
      strings[strings.count - 1].isInterpolating = false
      add(.interpolationEnd, from: lower)
    default: readPunctuation()
    }
  }

  /// Adds the token from `lower` up to the next byte.
  mutating func add(
    _ kind: Token.Kind, from lower: Int, keyword: Keyword? = nil,
    punctuation: Punctuation? = nil, foreign: ForeignPunctuation? = nil, isMissing: Bool = false
  ) {
    let token = Token(kind: kind, lower: UInt32(lower), upper: UInt32(offset))
    var lexeme = Lexeme(token: token)
    lexeme.keyword = keyword
    lexeme.punctuation = punctuation
    lexeme.foreign = foreign
    lexeme.isMissing = isMissing
    if !lexeme.isTrivia {
      lexeme.line = line
      lexeme.startsLine = isLineStart
      lexeme.indentation = isLineStart ? Int32(truncatingIfNeeded: lower - lineStart) : 0
      isLineStart = false
      isAfterDot = punctuation == .dot || punctuation == .questionDot
      isAfterOperand = Lexer.endsOperand(lexeme)
    }
    lexemes.append(lexeme)
  }

  /// Returns whether an operand may have ended with `lexeme`.
  private static func endsOperand(_ lexeme: Lexeme) -> Bool {
    switch lexeme.token.kind {
    case .word, .typeWord, .integer, .float, .duration, .bytes, .timestamp, .stringEnd, .rawString,
      .regex, .unrecognized:
      true
    case .keyword: lexeme.keyword?.isOperand ?? false
    case .punctuation: lexeme.punctuation?.endsOperand ?? false
    case .whitespace, .comment, .documentation, .stringStart, .stringText, .interpolationStart,
      .interpolationEnd, .endOfFile:
      false
    }
  }

  /// Returns the range of the bytes from `lower` up to `upper`.
  func range(_ lower: Int, _ upper: Int) -> SourceRange {
    tree.range(from: UInt32(lower), to: UInt32(upper))
  }
}
