package import SourceText

/// A pattern for actions or resources in a policy document.
///
/// It is kept as it was written, because most patterns are never asked for anything else.
package struct PolicyPattern: Hashable, Sendable {
  /// The pattern as it was written.
  @ExactText package private(set) var text: String

  /// Whether it is one for actions, whose letters may be in any case.
  private let isForActions: Bool

  /// Whether something like `${…}` in the text is read as a variable or an escape.
  private let hasVariables: Bool

  /// Whether all that `glob` matches is matched for certain, because it has no variable.
  package let isExact: Bool

  /// Creates the pattern that `text` writes, for actions, whose letters may be in any case.
  package init(action text: String) {
    self.text = text
    (isForActions, hasVariables, isExact) = (true, false, true)
  }

  /// Creates the pattern that `text` writes, for resources.
  ///
  /// An ARN with fewer than six fields has a star in those that are missing. Variables are those of
  /// policies of the version 2012-10-17.
  package init(resource text: String, hasVariables: Bool = true) {
    self.text = text
    isForActions = false
    self.hasVariables = hasVariables && PolicyPattern.hasDollar(text)
    isExact =
      !self.hasVariables || PolicyPattern.tokens(of: text, hasVariables: true).isExact
  }

  /// What can match at most: a policy variable, whose value is not known here, can be any text.
  package var glob: Glob {
    let (tokens, _) = PolicyPattern.tokens(
      of: isShort ? text + ":*" : text, hasVariables: hasVariables)
    return Glob(tokens: tokens, isCaseInsensitive: isForActions)
  }

  /// Whether every text matches, by how the pattern is written.
  package var isEverything: Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Returns whether `glob` is `wanted`, which most texts tell without being taken apart.
  package func isWritten(like wanted: Glob) -> Bool {
    guard !hasVariables, isForActions == wanted.isCaseInsensitive else { return glob == wanted }
    let (bytes, tokens) = (text.utf8.span, wanted.tokens.span)
    // No step is written by nothing.
    if bytes.count < tokens.count { return isShort && glob == wanted }
    var count = 0
    var isStarred = false
    for index in bytes.indices {
      let byte = bytes[index]
      // Stars behind one another are one step, and the bytes of one scalar as well.
      let isStar = byte == UInt8(ascii: "*")
      guard byte < 0x80, !isStar || !isStarred else { return glob == wanted }
      isStarred = isStar
      guard count < tokens.count else { return false }
      let isSame: Bool
      switch tokens[count] {
      case .any: isSame = isStar
      case .one: isSame = byte == UInt8(ascii: "?")
      case .scalar(let scalar):
        let written = isForActions ? Glob.folded(UInt32(byte)) : UInt32(byte)
        isSame = scalar == written && !isStar && byte != UInt8(ascii: "?")
      }
      guard isSame else { return false }
      count += 1
    }
    return isShort ? glob == wanted : count == tokens.count
  }

  /// Whether the pattern is an ARN that lacks some of its fields.
  private var isShort: Bool {
    guard !isForActions, text.utf8.starts(with: "arn:".utf8) else { return false }
    var colons = 0
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") { colons += 1 }
    return colons < 5
  }

  /// Returns whether there may be a variable in `text`.
  private static func hasDollar(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] == UInt8(ascii: "$") { return true }
    return false
  }

  /// Returns the steps of `text`, with any text where a variable stands, and whether none does.
  static func tokens(
    of text: String, hasVariables: Bool
  ) -> (tokens: [Glob.Token], isExact: Bool) {
    var tokens: [Glob.Token] = []
    tokens.reserveCapacity(text.utf8.count)
    guard hasVariables, PolicyPattern.hasDollar(text) else {
      for scalar in text.unicodeScalars { tokens.append(Glob.Token(scalar.value)) }
      return (tokens, true)
    }
    var isExact = true
    let scalars = text.unicodeScalars.map(\.value)
    // What follows the last brace opens nothing, and is not looked through for one again and again.
    let lastBrace = scalars.lastIndex(of: 0x7D) ?? 0
    var index = 0
    while index < scalars.count {
      if index < lastBrace, scalars[index] == 0x24, scalars[index + 1] == 0x7B,
        let end = scalars[index...].firstIndex(of: 0x7D)
      {
        let name = scalars[(index + 2)..<end]
        if name.count == 1, let only = name.first, [0x2A, 0x3F, 0x24].contains(only) {
          tokens.append(.scalar(only))
        } else {
          tokens.append(.any)
          isExact = false
        }
        index = end + 1
        continue
      }
      tokens.append(Glob.Token(scalars[index]))
      index += 1
    }
    return (tokens, isExact)
  }
}

extension PolicyPattern: CustomStringConvertible {
  package var description: String { text }
}
