/// A token: trivia are tokens too, so that the tokens of a tree spell its text.
package struct Token: Hashable, Sendable {
  /// What it is.
  package enum Kind: Hashable, Sendable, CaseIterable {
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

    /// The place in the list above, from 0 on.
    @inlinable @inline(__always) package var number: UInt8 {
      switch self {
      case .whitespace: 0
      case .comment: 1
      case .documentation: 2
      case .word: 3
      case .typeWord: 4
      case .keyword: 5
      case .integer: 6
      case .float: 7
      case .duration: 8
      case .bytes: 9
      case .timestamp: 10
      case .stringStart: 11
      case .stringText: 12
      case .interpolationStart: 13
      case .interpolationEnd: 14
      case .stringEnd: 15
      case .rawString: 16
      case .regex: 17
      case .punctuation: 18
      case .unrecognized: 19
      case .endOfFile: 20
      }
    }

    // Written out, because other modules call what the compiler writes, and parsers compare kinds all
    // the time.
    @inlinable @inline(__always) package static func == (left: Kind, right: Kind) -> Bool {
      left.number == right.number
    }
  }

  /// What it is.
  package let kind: Kind

  /// The 0-based offset of its first byte in the tree's text.
  package let lower: UInt32

  /// The 0-based offset past its last byte in the tree's text.
  package let upper: UInt32

  /// Creates the token `kind` of the bytes from `lower` up to `upper`.
  @inlinable @inline(__always) package init(kind: Kind, lower: UInt32, upper: UInt32) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }
}
