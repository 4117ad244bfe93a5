internal import PolicySyntax
internal import SourceText

extension SyntaxTree {
  /// Returns where the statement ends whose last expression is at `range`: past the parentheses that
  /// close behind it, which belong to no expression.
  ///
  /// - Precondition: the tree is that of a file in the rule language.
  /// - Complexity: O(log *n*) in the number of tokens, and O(*m*) in the number of parentheses.
  func endOfStatement(_ range: SourceRange) -> UInt32 {
    var end = range.upper
    for token in tokens[tokens.firstIndex(from: end)...] {
      switch token.kind {
      case .whitespace, .comment: continue
      default:
        guard text[Int(token.lower)..<Int(token.upper)].elementsEqual(")".utf8) else { return end }
        end = token.upper
      }
    }
    return end
  }
}
