internal import Diagnostics
internal import PolicySyntax

/// What a text was split into.
struct LexedText {
  /// The tokens, trivia included.
  let tokens: [Token]

  /// The tokens that are no trivia; the last one is the end of the text.
  let lexemes: [Lexeme]

  /// What was wrong.
  let diagnostics: DiagnosticSet
}

extension LexedText {
  /// Creates a text in `range` that is no UTF-8, in which there is nothing to find.
  init(unreadable range: Range<Int>) {
    let (lower, upper) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    let text = Token(kind: .unrecognized, lower: lower, upper: upper)
    let end = Token(kind: .endOfFile, lower: upper, upper: upper)
    self.init(
      tokens: [text, end],
      lexemes: [Lexeme(token: text, index: 0), Lexeme(token: end, index: 1)],
      diagnostics: DiagnosticSet())
  }
}
