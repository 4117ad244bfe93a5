internal import Diagnostics
internal import SourceText

/// What can be wrong with the form of a policy.
extension Diagnostic {
  /// `not` where only a tighter operator may stand.
  static func bareNegation(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .bareNegation, "`not` binds more loosely than the operator before it", at: range,
      help: "put the negation in parentheses: `(not …)`")
  }

  /// `a < b < c`.
  static func chainedComparison(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .chainedComparison, "comparisons cannot be chained", at: range,
      help: "combine two comparisons with `and`, or put one in parentheses")
  }

  /// A character that does not print.
  static func controlCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .controlCharacter, "a control character, \(name(of: scalar)), in a policy", at: range,
      help: "delete the character, or write it as an escape, `\\u{…}`, in a string")
  }

  /// Something at the top of a file that is no declaration.
  static func expectedDeclaration(found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedDeclaration, "expected a declaration, found \(found)", at: range,
      help: "a declaration starts with `rule`, `fn`, `resource`, `struct`, `enum`, `map` or `test`")
  }

  /// A place without the expression it needs.
  static func expectedExpression(found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.expectedExpression, "expected an expression, found \(found)", at: range)
  }

  /// Something in braces that is none of the items these hold.
  static func expectedItem(
    _ what: String, words: [String], found: String, at range: SourceRange
  ) -> Diagnostic {
    let bare = found.filter { $0 != "`" }
    var help = "one starts with " + words.map { "`\($0)`" }.joined(separator: ", ")
    if let near = Spelling.nearest(to: bare, in: words) { help = "did you mean `\(near)`?" }
    return Diagnostic(.expectedItem, "expected \(what), found \(found)", at: range, help: help)
  }

  /// A place without the name it needs.
  static func expectedName(_ what: String, found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedName, "expected the name of \(what), found \(found)", at: range,
      help: "names start with a lower-case letter")
  }

  /// A place without the string it needs.
  static func expectedString(found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.expectedString, "expected a string, found \(found)", at: range)
  }

  /// A place without the mark or word it needs.
  static func expectedToken(_ what: String, found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.expectedToken, "expected \(what), found \(found)", at: range)
  }

  /// A type's name where a value of it should stand.
  static func expectedTypeMember(
    of type: String, found: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .expectedTypeMember, "expected a case of `\(type)`, or `{`, found \(found)", at: range,
      help: "a name that starts with an upper-case letter is a type or a case")
  }

  /// A place without the name of a type or case it needs.
  static func expectedTypeName(_ what: String, found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedTypeName, "expected the name of \(what), found \(found)", at: range,
      help: "the names of types and cases start with an upper-case letter")
  }

  /// A comment of which YAML makes the lines after it a part.
  static func foldedComment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .foldedComment, "the lines after this comment are part of it", at: range,
      notes: ["YAML makes a blank of each line break here, so that the comment does not end"],
      help: "write `|` after the colon and the text below it, or take the comment away")
  }

  /// `&&` and its kin.
  static func foreignOperator(_ text: String, meant: String, at range: SourceRange) -> Diagnostic {
    // `!` stands close to its operand.
    let replacement = text == "!" ? meant + " " : meant
    return Diagnostic(
      .foreignOperator, "`\(text)` is not an operator here", at: range,
      help: "write `\(meant)`",
      fixIts: [
        FixIt(
          "replace by `\(meant)`", edits: [TextEdit(range: range, replacement: replacement)],
          applicability: .automatic)
      ])
  }

  /// Bytes that are no text.
  static func invalidUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidUTF8, "the file is not UTF-8 from here on", at: range, help: "save it as UTF-8")
  }

  /// A number with a zero or `_` that stands where readers may take it for another one.
  static func malformedNumber(_ text: String, meant: String, at range: SourceRange) -> Diagnostic {
    let hasZero = text.hasPrefix("0") && !meant.hasPrefix("0")
    return Diagnostic(
      .malformedNumber,
      hasZero
        ? "`\(text)` starts with a zero that counts for nothing"
        : "`\(text)` has a `_` that is not between two digits",
      at: range,
      help: hasZero
        ? "write `\(meant)`; what is no number, such as an account, is a text in quotes"
        : "write `\(meant)`",
      fixIts: [
        FixIt("write `\(meant)`", edits: [TextEdit(range: range, replacement: meant)])
      ])
  }

  /// A mapping without a key it needs.
  static func missingYAMLKey(
    _ key: String, of what: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.missingYAMLKey, "\(what) has no key `\(key)`", at: range)
  }

  /// Too much in each other.
  static func nestingTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, "nested more than \(limit) levels deep", at: range,
      help: "give parts of it names with `let` or `fn`")
  }

  /// A name with letters that may look like others.
  static func nonASCIIName(_ text: String, at range: SourceRange) -> Diagnostic {
    let letters = text.unicodeScalars.filter { !$0.isASCII }.prefix(3).map { name(of: $0) }
    return Diagnostic(
      .nonASCIIName, "the name `\(text)` has letters that are not of ASCII", at: range,
      notes: ["they are " + letters.joined(separator: ", ")],
      help: "use the letters a to z, digits and `_`; any letters may stand in strings")
  }

  /// A mark that other languages unwrap with.
  static func questionMark(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .foreignOperator, "`?` is not an operator here", at: range,
      help: "write `x?.name`, `x ?? y` or `x is present` for what may be absent")
  }

  /// A keyword as the name of a variable.
  static func reservedName(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .reservedName, "`\(text)` is a word of the language and cannot name this", at: range,
      help: "choose another name; only attributes may be called `\(text)`")
  }

  /// A message that belongs to no requirement.
  static func strayYAMLElse(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .strayYAMLElse, "`else` beside a list of requirements belongs to none of them", at: range,
      help: "give each element of the list its own `require` and `else`")
  }

  /// Braces that are not closed.
  static func unclosedBrace(
    found: String, opened: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unclosedBrace, "expected `}`, found \(found)", at: range,
      labels: [Label("opened here", at: opened)])
  }

  /// Text after the end of what a scalar may hold.
  static func unexpectedText(found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.unexpectedText, "expected the end of the text, found \(found)", at: range)
  }

  /// A backslash before something that needs none.
  static func unknownEscape(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownEscape, "`\(text)` starts no escape", at: range,
      help: "write `\\\\` for a backslash; a string in single quotes has no escapes")
  }

  /// A number with letters that are no unit.
  static func unknownUnit(_ text: String, units: [String], at range: SourceRange) -> Diagnostic {
    let list = units.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownUnit, "`\(text)` is no number, duration or size", at: range,
      help: "the units are \(list), after a whole number")
  }

  /// A key that a mapping does not have.
  static func unknownYAMLKey(
    _ key: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: key, in: known).map { "did you mean `\($0)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownYAMLKey, "there is no key `\(key)` here", at: range,
      help: near ?? "the keys are \(list)")
  }

  /// A character that means nothing.
  static func unrecognizedCharacter(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.unrecognizedCharacter, "`\(text.prefix(20))` means nothing here", at: range)
  }

  /// A regex without its end.
  static func unterminatedRegex(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unterminatedRegex, "this regex does not end on its line", at: range,
      help: "end it with `/`")
  }

  /// A string without its end.
  static func unterminatedString(isInterpolating: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unterminatedString, "this string is not closed on its line", at: range,
      help: isInterpolating
        ? "a `{` before a letter opens an interpolation; write `\\{` for the character"
        : "end it with the quote it starts with")
  }

  /// A value of a kind that does not fit.
  static func wrongYAMLKind(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.wrongYAMLKind, "expected \(what)", at: range)
  }

  /// Returns how people look a character up.
  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
