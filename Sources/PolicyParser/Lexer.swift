internal import CByteScan
internal import Diagnostics
internal import PolicySyntax
internal import SourceText

/// Splits text into tokens, each byte in exactly one.
///
/// It reads the memory of the text where that is, so that no byte is copied or looked up in an array.
@safe struct Lexer {
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
  private let text: UnsafeBufferPointer<UInt8>

  /// The offset past the last byte to split.
  let end: Int

  /// The keywords by spelling.
  private let keywords = KeywordTable.standard

  /// The marks by spelling.
  let marks = MarkTable.standard

  /// The offset of the next byte.
  var offset: Int

  /// The tokens so far.
  private var tokens: [Token] = []

  /// Those of them that the parser looks at.
  private var lexemes: [Lexeme] = []

  /// The strings that enclose the next byte, outermost first.
  var strings: [OpenString] = [] {
    didSet { isInString = strings.last.map { !$0.isInterpolating } ?? false }
  }

  /// Whether the next byte is part of a string, and not of an interpolation.
  private var isInString = false

  /// Whether no significant token was met on this line.
  private var isLineStart = true

  /// The 0-based line of the next byte.
  private var line: Int32 = 0

  /// Where the line starts.
  private var lineStart: Int

  /// What was wrong.
  var diagnostics = DiagnosticSet()

  /// Creates a lexer of the bytes of `tree`, which are `text`, in `range`.
  private init(_ tree: SyntaxTree, _ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.tree = tree
    unsafe self.text = text
    self.end = range.upperBound
    self.offset = range.lowerBound
    self.lineStart = range.lowerBound
    // Few policies have more tokens than that for their length, and what is not used is not touched.
    tokens.reserveCapacity(range.count / 3 + 8)
    lexemes.reserveCapacity(range.count / 5 + 8)
  }

  /// Returns the tokens of the text; when `isTemplate`, of the text as the inside of a string.
  static func split(_ tree: SyntaxTree, in range: Range<Int>, isTemplate: Bool) -> LexedText {
    unsafe tree.text.withUnsafeBufferPointer { text in
      var lexer = unsafe Lexer(tree, text, in: range)
      lexer.run(isTemplate: isTemplate)
      return LexedText(
        tokens: lexer.tokens, lexemes: lexer.lexemes, diagnostics: lexer.diagnostics)
    }
  }

  private mutating func run(isTemplate: Bool) {
    if isTemplate {
      strings.append(OpenString(lower: offset, isQuoted: false))
      add(.stringStart, from: offset)
    }
    while offset < end { readToken() }
    closeStrings(isReported: !isTemplate || strings.count > 1 || isInterpolating)
    add(.endOfFile, from: offset)
  }

  /// Whether the innermost open string has an open interpolation.
  var isInterpolating: Bool { !strings.isEmpty && !isInString }

  /// Returns the byte `distance` after the next one, or 0 past the end.
  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 {
    offset &+ distance < end ? unsafe text[offset &+ distance] : 0
  }

  /// Reads one token.
  @inline(__always)
  private mutating func readToken() {
    if isInString { return readStringPiece(strings[strings.count - 1]) }
    switch peek() {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): readWord()
    case Byte.space, Byte.tab: readWhitespace()
    case Byte.newline, Byte.carriageReturn:
      if isInQuotes { closeStrings(isReported: true) } else { readWhitespace() }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case Byte.quote: openString()
    case Byte.apostrophe: readRawString()
    case Byte.slash:
      if peek(1) == Byte.slash {
        readComment()
      } else if isAfterOperand {
        readPunctuation()
      } else {
        readRegex()
      }
    case Byte.rightBrace where isInterpolating && strings.last?.braces == 0:
      offset += 1
      strings[strings.count - 1].isInterpolating = false
      add(.interpolationEnd, from: offset - 1)
    case Byte.underscore, 0x80...:
      if startsWord { readWord() } else { readPunctuation() }
    default: readPunctuation()
    }
  }

  /// Whether a string that a quote ends encloses the next byte.
  var isInQuotes: Bool { !strings.isEmpty && strings.contains(where: \.isQuoted) }

  /// Whether the last significant token may end an operand.
  private var isAfterOperand: Bool {
    guard let last = lexemes.last, last.endsOperand else { return false }
    return !isAfterWordBeforeRegex(last)
  }

  /// Whether `last`, the last significant token, is one of the words that name nothing where an
  /// expression follows them: `by` after `group`, and `row` at the start of a line before what has
  /// the form of a regex.
  private func isAfterWordBeforeRegex(_ last: Lexeme) -> Bool {
    switch last.keyword {
    case .by: return lexemes.dropLast().last?.keyword == .group
    case .row:
      guard last.startsLine, Int(last.token.upper) < offset else { return false }
      return peek(1) != Byte.space && peek(1) != Byte.tab && closesRegex
    default: return false
    }
  }

  /// Whether a slash further on in the line ends the regex that the next one would start.
  private var closesRegex: Bool {
    var distance = 1
    while offset + distance < end, !Byte.isLineBreak(peek(distance)) {
      if peek(distance) == Byte.slash { return true }
      distance += peek(distance) == Byte.backslash ? 2 : 1
    }
    return false
  }

  /// Whether the last significant token is a dot, after which each word is a name.
  var isAfterDot: Bool {
    let mark = lexemes.last?.punctuation
    return mark == .dot || mark == .questionDot
  }

  /// Adds the trivia from `lower` up to the next byte.
  @inline(__always)
  mutating func addTrivia(_ kind: Token.Kind, from lower: Int) {
    tokens.append(
      Token(
        kind: kind, lower: UInt32(truncatingIfNeeded: lower),
        upper: UInt32(truncatingIfNeeded: offset)))
  }

  /// Adds the token from `lower` up to the next byte.
  @inline(__always)
  mutating func add(
    _ kind: Token.Kind, from lower: Int, keyword: Keyword? = nil,
    punctuation: Punctuation? = nil, foreign: ForeignPunctuation? = nil, isMissing: Bool = false
  ) {
    let token = Token(
      kind: kind, lower: UInt32(truncatingIfNeeded: lower),
      upper: UInt32(truncatingIfNeeded: offset))
    lexemes.append(
      Lexeme(
        token: token, index: UInt32(truncatingIfNeeded: tokens.count), keyword: keyword,
        punctuation: punctuation, foreign: foreign, startsLine: isLineStart, line: line,
        indentation: isLineStart ? Int32(truncatingIfNeeded: lower &- lineStart) : 0,
        isMissing: isMissing))
    tokens.append(token)
    isLineStart = false
  }

  /// Goes past the line break that is next.
  mutating func takeLineBreak() {
    offset += 1
    isLineStart = true
    line &+= 1
    lineStart = offset
  }

  /// Returns the keyword that the bytes from `lower` up to the next one spell.
  func keyword(from lower: Int) -> Keyword? {
    unsafe keywords.keyword(UnsafeBufferPointer(rebasing: text[lower..<offset]))
  }

  /// Goes past the bytes that continue a word.
  @inline(__always)
  mutating func skipWord() {
    offset = unsafe byte_scan_word_end(text.baseAddress, offset, end)
  }

  /// Goes past spaces.
  @inline(__always)
  mutating func skipSpaces() {
    offset = unsafe byte_scan_not_space(text.baseAddress, offset, end)
  }

  /// Goes to the end of the line.
  mutating func skipLine() {
    offset = unsafe byte_scan_line_break(text.baseAddress, offset, end)
  }

  /// Goes to the next byte that a string may not simply hold.
  mutating func skipStringText() {
    offset = unsafe byte_scan_string_piece(text.baseAddress, offset, end)
  }

  /// Returns the range of the bytes from `lower` up to `upper`.
  func range(_ lower: Int, _ upper: Int) -> SourceRange {
    tree.range(from: UInt32(lower), to: UInt32(upper))
  }

  /// Returns the bytes from `lower` up to the next one as text.
  func spelling(from lower: Int) -> String {
    String(decoding: tree.text[lower..<offset], as: UTF8.self)
  }
}
