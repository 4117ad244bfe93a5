package import SourceText

/// A pattern for actions or resources in a policy document.
package struct PolicyPattern: Hashable, Sendable {
  /// The pattern as it was written.
  @ExactText package private(set) var text: String

  /// What can match at most: a policy variable, whose value is not known here, can be any text.
  package let glob: Glob

  /// Whether all that `glob` matches is matched for certain, because it has no variable.
  package let isExact: Bool

  /// Creates the pattern that `text` writes, for actions, whose letters may be in any case.
  package init(action text: String) {
    self.init(text: text, completed: text, hasVariables: false, isCaseInsensitive: true)
  }

  /// Creates the pattern that `text` writes, for resources.
  ///
  /// An ARN with fewer than six fields has a star in those that are missing. Variables are those of
  /// policies of the version 2012-10-17.
  package init(resource text: String, hasVariables: Bool = true) {
    let isShort = text.hasPrefix("arn:") && text.utf8.count { $0 == UInt8(ascii: ":") } < 5
    self.init(
      text: text, completed: isShort ? text + ":*" : text, hasVariables: hasVariables,
      isCaseInsensitive: false)
  }

  private init(text: String, completed: String, hasVariables: Bool, isCaseInsensitive: Bool) {
    let (tokens, isExact) = PolicyPattern.tokens(of: completed, hasVariables: hasVariables)
    self.text = text
    self.isExact = isExact
    glob = Glob(tokens: tokens, isCaseInsensitive: isCaseInsensitive)
  }

  /// Returns the steps of `text`, with any text where a variable stands, and whether none does.
  static func tokens(of text: String, hasVariables: Bool) -> ([Glob.Token], isExact: Bool) {
    var tokens: [Glob.Token] = []
    var isExact = true
    let scalars = text.unicodeScalars.map(\.value)
    var index = 0
    while index < scalars.count {
      if hasVariables, scalars[index] == 0x24, index + 1 < scalars.count,
        scalars[index + 1] == 0x7B, let end = scalars[index...].firstIndex(of: 0x7D)
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
      switch scalars[index] {
      case 0x2A: tokens.append(.any)
      case 0x3F: tokens.append(.one)
      default: tokens.append(.scalar(scalars[index]))
      }
      index += 1
    }
    return (tokens, isExact)
  }
}

extension PolicyPattern: CustomStringConvertible {
  package var description: String { text }
}
