internal import PolicySyntax

/// A token that is no trivia, with what the parser wants to know about it.
struct Lexeme: Sendable {
  /// The token.
  let token: Token

  /// The 0-based index of the token among those of its text, trivia included.
  let index: UInt32

  /// The keyword it may be.
  var keyword: Keyword?

  /// The punctuation it is.
  var punctuation: Punctuation?

  /// The punctuation of another language it is.
  var foreign: ForeignPunctuation?

  /// Whether a line break or the start of the text is before it, trivia aside.
  var startsLine = false

  /// The 0-based line of the text it starts on.
  var line: Int32 = 0

  /// The number of bytes before it on its line, when it starts one.
  var indentation: Int32 = 0

  /// Whether the text lacks it: the end of a string that was not closed, which was reported.
  var isMissing = false

  /// The end of an empty text.
  static let nothing = Lexeme(token: Token(kind: .endOfFile, lower: 0, upper: 0), index: 0)

  /// Whether it was reported already, so that nothing more is to be said about it.
  var isReported: Bool { isMissing || token.kind == .unrecognized }

  /// Whether an operand may have ended with it.
  var endsOperand: Bool {
    switch token.kind {
    case .word, .typeWord, .integer, .float, .duration, .bytes, .timestamp, .stringEnd, .rawString,
      .regex, .unrecognized:
      true
    case .keyword: keyword?.isOperand ?? false
    case .punctuation: punctuation?.endsOperand ?? false
    case .whitespace, .comment, .documentation, .stringStart, .stringText, .interpolationStart,
      .interpolationEnd, .endOfFile:
      false
    }
  }
}
