/// A token: trivia are tokens too, so that the tokens of a tree spell its text.
package struct Token: Hashable, Sendable {
  /// What it is.
  package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case whitespace, comment, documentation
    case word, typeWord, keyword
    case integer, float, duration, bytes, timestamp
    /// The pieces of a string: the quote, text without escapes resolved, `{`, `}`, the quote.
    case stringStart, stringText, interpolationStart, interpolationEnd, stringEnd
    case rawString, regex
    case punctuation
    /// A character that starts no token; it was reported.
    case unrecognized
    case endOfFile
  }

  /// What it is.
  package let kind: Kind

  /// The 0-based offset of its first byte in the tree's text.
  package let lower: UInt32

  /// The 0-based offset past its last byte in the tree's text.
  package let upper: UInt32

  /// Creates the token `kind` of the bytes from `lower` up to `upper`.
  package init(kind: Kind, lower: UInt32, upper: UInt32) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }
}
