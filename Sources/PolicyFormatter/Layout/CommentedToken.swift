internal import PolicySyntax

/// A token with the comments around it.
struct CommentedToken {
  /// What it is.
  let kind: Token.Kind

  /// The 0-based offset in the file of its first byte.
  let lower: UInt32

  /// The 0-based offset in the file past its last byte.
  let upper: UInt32

  /// Its text.
  let text: String

  /// The comments before it, on lines of their own.
  var leading: [Comment]

  /// Whether blank lines are right before it.
  let isSeparated: Bool

  /// The comment after it, on the same line.
  var trailing: Comment?

  /// Whether it is the mark `text`.
  func isMark(_ text: String) -> Bool { kind == .punctuation && self.text == text }

  /// Whether there is a comment at it.
  var hasComments: Bool { !leading.isEmpty || trailing != nil }
}
