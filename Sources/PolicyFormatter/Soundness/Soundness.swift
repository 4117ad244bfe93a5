internal import Diagnostics
internal import PolicyParser
internal import PolicySyntax
internal import SourceText

/// Whether a text that was formatted still says what it said.
enum Soundness {
  /// Returns in what a text that was parsed differs from `tree`, if in anything.
  static func difference(
    between tree: SyntaxTree, and parsed: (tree: SyntaxTree, problems: DiagnosticSet)
  ) -> String? {
    let (again, problems) = parsed
    if problems.containsError { return "it has mistakes of form" }
    if comments(of: tree) != comments(of: again) { return "its comments differ" }
    if spelling(of: tree) != spelling(of: again) { return "its words differ" }
    if SyntaxOutline.entries(of: tree) != SyntaxOutline.entries(of: again) {
      return "its meaning differs"
    }
    return nil
  }

  private static func comments(of tree: SyntaxTree) -> [String] {
    texts(of: tree) { $0 == .comment || $0 == .documentation }
  }

  /// Returns the tokens of `tree` without those that formatting may add or take away.
  private static func spelling(of tree: SyntaxTree) -> [String] {
    texts(of: tree) { $0 != .comment && $0 != .documentation && $0 != .whitespace }
      .filter { $0 != "(" && $0 != ")" && $0 != "," }
  }

  private static func texts(
    of tree: SyntaxTree, where isWanted: (Token.Kind) -> Bool
  ) -> [String] {
    tree.tokens.indices.filter { isWanted(tree.tokens[$0].kind) }
      .map { tree.text(of: TokenID(index: UInt32($0))) }
  }
}
