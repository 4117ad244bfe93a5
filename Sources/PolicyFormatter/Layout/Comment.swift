/// A comment, or documentation, as it stands before or after a token.
struct Comment {
  /// Its text, with its slashes.
  let text: String

  /// Whether blank lines are before it.
  let isSeparated: Bool

  /// Whether it belongs to what follows.
  let isDocumentation: Bool
}
