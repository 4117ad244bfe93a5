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
    // By scalars, as expressions match: a letter and its accent may be one character.
    var rest = pattern.text.unicodeScalars[...]
    let isStart = rest.first == "^"
    if isStart { rest = rest.dropFirst() }
    let isEnd = rest.last == "$" && rest.dropLast().last != "\\"
    if isEnd { rest = rest.dropLast() }
    guard let text = RegexShape.plainText(rest), !text.isEmpty else { return nil }
    switch (isStart, isEnd) {
    case (true, true): self = .equals(text)
    case (true, false): self = .startsWith(text)
    case (false, true): self = .endsWith(text)
    case (false, false): self = .contains(text)
    }
  }

  /// Returns the text that the expression matches, or `nil` when it matches several.
  private static func plainText(_ pattern: Substring.UnicodeScalarView) -> String? {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in pattern {
      if isEscaped {
        // An escaped letter or digit is a class or a reference.
        guard scalar.isASCII, !scalar.properties.isAlphabetic, scalar.properties.numericType == nil
        else { return nil }
        text.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if ".[](){}*+?|^$".unicodeScalars.contains(scalar) {
        return nil
      } else {
        text.append(scalar)
      }
    }
    return isEscaped ? nil : String(text)
  }

  /// Whether it says just what the expression says; an end also stands before a last line break.
  var isExact: Bool {
    switch self {
    case .equals, .endsWith: false
    case .startsWith, .contains: true
    }
  }

  /// The text that it speaks of.
  var text: String {
    switch self {
    case .equals(let text), .startsWith(let text), .endsWith(let text), .contains(let text): text
    }
  }

  /// The condition that says the same of the expression `subject`, which may be absent.
  func condition(on subject: String, mayBeAbsent: Bool) -> String {
    func call(_ function: String, _ text: String) -> String {
      let call = "\(function)(\(RegexShape.literal(text)))"
      return mayBeAbsent ? "\(subject)?.\(call) == true" : "\(subject).\(call)"
    }
    return switch self {
    case .equals(let text): "\(subject) == \(RegexShape.literal(text))"
    case .startsWith(let text): call("starts_with", text)
    case .endsWith(let text): call("ends_with", text)
    case .contains(let text): call("contains", text)
    }
  }

  /// Returns `text` as a literal of the rule language.
  private static func literal(_ text: String) -> String {
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if "\"\\{}".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
