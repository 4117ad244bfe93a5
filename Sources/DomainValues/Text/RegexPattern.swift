package import SourceText

/// A regular expression in the syntax of PCRE2, as text.
///
/// The compiled form lives in a `RegexCache`, so that the pattern itself is a plain value.
package struct RegexPattern: Hashable, Sendable {
  /// The expression, without delimiters.
  @ExactText package private(set) var text: String

  /// Whether upper and lower case are the same.
  package let isCaseInsensitive: Bool

  /// Returns the expression that `text` writes.
  package static func parse(
    _ text: String, isCaseInsensitive: Bool = false
  ) throws(ValueError) -> RegexPattern {
    let pattern = RegexPattern(text: text, isCaseInsensitive: isCaseInsensitive)
    let compiled = try CompiledRegex(pattern, isOptimized: false)
    _ = consume compiled
    return pattern
  }

  /// Creates the expression that `text` writes, which was parsed before: whether one that is none
  /// is found is unknown.
  package init(parsed text: String, isCaseInsensitive: Bool) {
    self.init(text: text, isCaseInsensitive: isCaseInsensitive)
  }

  private init(text: String, isCaseInsensitive: Bool) {
    self.text = text
    self.isCaseInsensitive = isCaseInsensitive
  }
}

extension RegexPattern: CustomStringConvertible {
  package var description: String {
    // A slash that is not escaped would end the literal.
    var escaped = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "/", !isEscape { escaped += "\\" }
      isEscape = scalar == "\\" && !isEscape
      escaped.unicodeScalars.append(scalar)
    }
    return "/\(escaped)/\(isCaseInsensitive ? "i" : "")"
  }
}
