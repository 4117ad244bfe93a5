/// A pattern in which `*` stands for any text and `?` for any one character.
///
/// A character is a Unicode scalar. Where a pattern means a star, a question mark or a dollar sign
/// itself, it is written `${*}`, `${?}` or `${$}`, as in IAM.
package struct Glob: Hashable, Sendable {
  /// One step of a pattern.
  package enum Token: Hashable, Sendable {
    /// This scalar.
    case scalar(UInt32)

    /// Any one scalar.
    case one

    /// Any number of scalars.
    case any

    /// Creates the step that `scalar` writes where it has no other meaning.
    init(_ scalar: UInt32) {
      switch scalar {
      case 0x2A: self = .any
      case 0x3F: self = .one
      default: self = .scalar(scalar)
      }
    }
  }

  /// The steps; no two `any` follow each other.
  package let tokens: [Token]

  /// Whether A to Z and a to z are the same; the letters of `tokens` are then in lower case.
  package let isCaseInsensitive: Bool

  /// The pattern that every text matches.
  package static let everything = Glob("*")

  /// Whether every text matches that is not empty.
  package var matchesAnyText: Bool {
    tokens.contains(.any) && tokens.count(where: { $0 == .one }) <= 1
      && tokens.allSatisfy { $0 == .any || $0 == .one }
  }

  /// One of the shortest texts that the pattern matches, with an x for any one scalar.
  package var witness: String {
    String(
      scalars: tokens.compactMap { token in
        switch token {
        case .scalar(let scalar): scalar
        case .one: 0x78
        case .any: nil
        }
      })
  }

  /// Creates the pattern that `text` writes; every text is a pattern.
  package init(_ text: String, isCaseInsensitive: Bool = false) {
    if let tokens = Glob.tokens(of: text.utf8.span, isCaseInsensitive, write: Token.init) {
      self.init(folded: tokens, isCaseInsensitive: isCaseInsensitive)
      return
    }
    var tokens: [Token] = []
    tokens.reserveCapacity(text.utf8.count)
    let scalars = text.unicodeScalars.map(\.value)
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...]
      if rest.count >= 4, rest[index] == 0x24, rest[index + 1] == 0x7B, rest[index + 3] == 0x7D,
        [0x2A, 0x3F, 0x24].contains(rest[index + 2])
      {
        tokens.append(.scalar(rest[index + 2]))
        index += 4
        continue
      }
      tokens.append(Token(rest[index]))
      index += 1
    }
    self.init(tokens: tokens, isCaseInsensitive: isCaseInsensitive)
  }

  /// Returns the steps that each byte of `text` writes, or `nil` unless all of it is ASCII without a
  /// dollar sign.
  private static func tokens(
    of text: Span<UInt8>, _ isCaseInsensitive: Bool, write: (UInt32) -> Token
  ) -> [Token]? {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count)
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x80, byte != UInt8(ascii: "$") else { return nil }
      let token = write(isCaseInsensitive ? folded(UInt32(byte)) : UInt32(byte))
      if token == .any, tokens.last == .any { continue }
      tokens.append(token)
    }
    return tokens
  }

  /// Creates the pattern of `tokens`.
  package init(tokens: [Token], isCaseInsensitive: Bool = false) {
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    for token in tokens where token != .any || kept.last != .any {
      if isCaseInsensitive, case .scalar(let scalar) = token {
        kept.append(.scalar(Glob.folded(scalar)))
      } else {
        kept.append(token)
      }
    }
    self.init(folded: kept, isCaseInsensitive: isCaseInsensitive)
  }

  /// Creates the pattern of `tokens`, which are as they are kept.
  private init(folded tokens: [Token], isCaseInsensitive: Bool) {
    self.tokens = tokens
    self.isCaseInsensitive = isCaseInsensitive
  }

  /// Creates the pattern that only `text` matches.
  package init(exactly text: String, isCaseInsensitive: Bool = false) {
    if let tokens = Glob.tokens(of: text.utf8.span, isCaseInsensitive, write: Token.scalar) {
      self.init(folded: tokens, isCaseInsensitive: isCaseInsensitive)
      return
    }
    self.init(
      tokens: text.unicodeScalars.map { .scalar($0.value) }, isCaseInsensitive: isCaseInsensitive)
  }

  /// The only text that matches, or `nil` if there are others.
  package var exactText: String? {
    var text = String.UnicodeScalarView()
    for token in tokens {
      guard case .scalar(let value) = token, let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// Returns `true` iff all of `text` matches.
  ///
  /// - Complexity: of `GlobSearch` for texts and patterns that are long.
  package func matches(_ text: String) -> Bool {
    if text.utf8.count * tokens.count > Glob.mostTried {
      return GlobSearch(self, in: text).isMatch
    }
    return matchesByTrying(text)
  }

  /// The product of the lengths of text and pattern up to which trying is faster than searching.
  private static let mostTried = 1 << 16

  /// Returns `true` iff all of `text` matches.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the text and of the pattern: on a mismatch only
  ///   the last star is tried again, because what an earlier one could take, the last can too.
  private func matchesByTrying(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    var (position, index) = (0, scalars.startIndex)
    var retry: (position: Int, index: String.Index)?
    while index < scalars.endIndex {
      let scalar = isCaseInsensitive ? Glob.folded(scalars[index].value) : scalars[index].value
      if position < tokens.count {
        switch tokens[position] {
        case .any:
          retry = (position + 1, index)
          position += 1
          continue
        case .one, .scalar(scalar):
          (position, index) = (position + 1, scalars.index(after: index))
          continue
        case .scalar:
          break
        }
      }
      guard let last = retry else { return false }
      let next = scalars.index(after: last.index)
      retry = (last.position, next)
      (position, index) = (last.position, next)
    }
    return tokens[position...].allSatisfy { $0 == .any }
  }

  /// Returns whether every text that `other` matches is matched by this pattern too; unknown when
  /// that takes too long to decide.
  package func covers(_ other: Glob) -> Truth {
    if self == other || tokens == [.any] { return .true }
    if let text = other.exactText, isCaseInsensitive == other.isCaseInsensitive {
      return Truth(matches(text))
    }
    guard let signatures = GlobSignatures.all(of: [self], within: other) else { return .unknown }
    return Truth(signatures.allSatisfy { $0.isMatched[0] })
  }

  /// Returns whether some text matches both this pattern and `other`; unknown when that takes too
  /// long to decide.
  package func meets(_ other: Glob) -> Truth {
    if tokens == [.any] || other.tokens == [.any] { return .true }
    guard let signatures = GlobSignatures.all(of: [self], within: other) else { return .unknown }
    return Truth(signatures.contains { $0.isMatched[0] })
  }

  /// Returns `scalar`, in lower case if it is one of A to Z.
  static func folded(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar
  }
}

extension Glob: CustomStringConvertible {
  package var description: String {
    var text = String.UnicodeScalarView()
    for (index, token) in tokens.enumerated() {
      switch token {
      case .any: text.append("*")
      case .one: text.append("?")
      case .scalar(let value):
        guard let scalar = Unicode.Scalar(value) else { continue }
        let opensBrace =
          scalar == "$" && index + 1 < tokens.count && tokens[index + 1] == .scalar(0x7B)
        if scalar == "*" || scalar == "?" || opensBrace {
          text.append(contentsOf: "${\(scalar)}".unicodeScalars)
        } else {
          text.append(scalar)
        }
      }
    }
    return String(text)
  }
}
