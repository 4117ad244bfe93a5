internal import DomainValues

/// What a regular expression says when it is plain text with anchors.
enum RegexShape: Hashable {
  case equals(String)
  case startsWith(String)
  case endsWith(String)
  case contains(String)

  /// Returns what `pattern` says, or `nil` when it is more than text.
  init?(_ pattern: RegexPattern) {
    guard !pattern.isCaseInsensitive else { return nil }
    var rest = pattern.text[...]
    var (isStart, isEnd) = (false, false)
    if rest.hasPrefix("^") {
      isStart = true
      rest = rest.dropFirst()
    }
    if rest.hasSuffix("$"), !rest.hasSuffix("\\$") {
      isEnd = true
      rest = rest.dropLast()
    }
    // What may stand there without being named is as good as no anchor.
    if isStart, rest.hasPrefix(".*") {
      isStart = false
      rest = rest.dropFirst(2)
    }
    if isEnd, rest.hasSuffix(".*"), !rest.hasSuffix("\\.*") {
      isEnd = false
      rest = rest.dropLast(2)
    }
    guard let text = RegexShape.plainText(rest), !text.isEmpty else { return nil }
    switch (isStart, isEnd) {
    case (true, true): self = .equals(text)
    case (true, false): self = .startsWith(text)
    case (false, true): self = .endsWith(text)
    case (false, false): self = .contains(text)
    }
  }

  /// Returns the text that the expression matches, or `nil` when it matches several.
  private static func plainText(_ pattern: Substring) -> String? {
    var text = ""
    var isEscaped = false
    for character in pattern {
      if isEscaped {
        // An escaped letter or digit is a class or a reference.
        guard character.isASCII, !character.isLetter, !character.isNumber else { return nil }
        text.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if ".[](){}*+?|^$".contains(character) {
        return nil
      } else {
        text.append(character)
      }
    }
    return isEscaped ? nil : text
  }

  /// The text that it speaks of.
  var text: String {
    switch self {
    case .equals(let text), .startsWith(let text), .endsWith(let text), .contains(let text): text
    }
  }

  /// The condition that says the same of the expression `subject`.
  func condition(on subject: String) -> String {
    switch self {
    case .equals(let text): "\(subject) == \(RegexShape.literal(text))"
    case .startsWith(let text): "\(subject).starts_with(\(RegexShape.literal(text)))"
    case .endsWith(let text): "\(subject).ends_with(\(RegexShape.literal(text)))"
    case .contains(let text): "\(subject).contains(\(RegexShape.literal(text)))"
    }
  }

  /// Returns `text` as a literal of the rule language.
  private static func literal(_ text: String) -> String {
    var result = "\""
    for character in text {
      if "\"\\{}".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}
