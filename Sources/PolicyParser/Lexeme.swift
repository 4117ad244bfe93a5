internal import PolicySyntax

/// A token, with what the parser wants to know about it.
struct Lexeme: Sendable {
  /// The token.
  let token: Token

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

  /// Whether it was reported already, so that nothing more is to be said about it.
  var isReported: Bool { isMissing || token.kind == .unrecognized }

  /// Whether it means nothing to the parser.
  var isTrivia: Bool {
    switch token.kind {
    case .whitespace, .comment, .documentation: true
    default: false
    }
  }
}
