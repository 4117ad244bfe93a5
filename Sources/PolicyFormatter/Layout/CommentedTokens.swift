internal import PolicySyntax
internal import SourceText

/// Gives each comment of a text to a token.
enum CommentedTokens {
  /// Returns the tokens of `tree` that are no trivia, the end of the file last.
  static func read(_ tree: SyntaxTree) -> [CommentedToken] {
    var tokens: [CommentedToken] = []
    var leading: [Comment] = []
    var lineBreaks = 0
    for (index, token) in tree.tokens.enumerated() {
      let text = tree.text(of: TokenID(index: UInt32(index)))
      switch token.kind {
      case .whitespace: lineBreaks += countLineBreaks(text)
      case .comment, .documentation:
        let comment = Comment(
          text: text, isSeparated: lineBreaks > 1, isDocumentation: token.kind == .documentation)
        if lineBreaks == 0, leading.isEmpty, !tokens.isEmpty {
          tokens[tokens.count - 1].trailing = comment
        } else {
          leading.append(comment)
        }
        lineBreaks = 0
      default:
        let range = tree.range(of: TokenID(index: UInt32(index)))
        tokens.append(
          CommentedToken(
            kind: token.kind, lower: range.lower, upper: range.upper, text: text,
            leading: leading, isSeparated: lineBreaks > 1, trailing: nil))
        leading = []
        lineBreaks = 0
      }
    }
    moveBehindCommas(&tokens)
    return tokens
  }

  /// Moves comments before a comma behind it, so that the comma can be where it belongs.
  private static func moveBehindCommas(_ tokens: inout [CommentedToken]) {
    for index in tokens.indices.dropFirst().dropLast() where tokens[index].isMark(",") {
      let before = [tokens[index - 1].trailing].compactMap(\.self)
      var moved = before + tokens[index].leading
      guard !moved.isEmpty else { continue }
      moved += [tokens[index].trailing].compactMap(\.self)
      tokens[index].trailing = before.first
      tokens[index].leading = []
      tokens[index - 1].trailing = nil
      tokens[index + 1].leading.insert(contentsOf: moved.dropFirst(before.count), at: 0)
    }
  }

  private static func countLineBreaks(_ text: String) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}
