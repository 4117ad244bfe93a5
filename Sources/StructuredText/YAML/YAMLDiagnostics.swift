internal import Diagnostics
internal import SourceText

/// What can be said about a YAML text.
extension Diagnostic {
  /// Returns the diagnostic for an anchor or an alias.
  static func yamlAlias(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlAlias, "anchors and aliases are not read", at: range,
      help: "write the value where it is needed")
  }

  /// Returns the diagnostic for `scalar`, which can be misunderstood in the way of `ambiguity`.
  static func yamlAmbiguousScalar(
    _ scalar: YAMLScalar, _ ambiguity: YAMLScalar.Ambiguity
  ) -> Diagnostic {
    let text = scalar.text.prefix(40)
    let quote = FixIt(
      "put it in quotes", edits: [TextEdit(range: scalar.range, replacement: "\"\(text)\"")])
    switch ambiguity {
    case .boolean(let value):
      let write = FixIt(
        "write `\(value)`", edits: [TextEdit(range: scalar.range, replacement: "\(value)")])
      return Diagnostic(
        .yamlAmbiguousScalar, "`\(text)` is a boolean to YAML 1.1 and text to YAML 1.2",
        at: scalar.range, help: "write `\(value)`, or put it in quotes if text is meant",
        fixIts: [write, quote])
    case .leadingZero:
      return Diagnostic(
        .yamlAmbiguousScalar, "`\(text)` is an octal number to some readers of YAML only",
        at: scalar.range, help: "put it in quotes if text is meant, or leave out the zero",
        fixIts: scalar.text.count <= 40 ? [quote] : [])
    case .sexagesimal:
      return Diagnostic(
        .yamlAmbiguousScalar, "`\(text)` is a number in base 60 to YAML 1.1",
        at: scalar.range, help: "put it in quotes",
        fixIts: scalar.text.count <= 40 ? [quote] : [])
    }
  }

  /// Returns the diagnostic for a key that is a sequence or a mapping.
  static func yamlComplexKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlComplexKey, "a key is a sequence or a mapping", at: range,
      help: "write a scalar as the key; put text that starts with `{` or `[` in quotes")
  }

  /// Returns the diagnostic for the character `scalar`, which is to be escaped.
  static func yamlControlCharacter(
    _ scalar: Unicode.Scalar, at range: SourceRange
  ) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: Swift.max(0, 4 - code.count)) + code
    return Diagnostic(
      .yamlControlCharacter, "the control character U+\(digits) stands in the text", at: range,
      help: "remove it, or write `\\u\(digits)` in double quotes")
  }

  /// Returns the diagnostic for the second `key` of a mapping.
  static func yamlDuplicateKey(
    _ key: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .yamlDuplicateKey, "the key `\(key.prefix(80))` is given twice in one mapping", at: range,
      labels: [Label("first given here", at: first)], help: "remove or rename one of them")
  }

  /// Returns the diagnostic for a text without a value.
  static func yamlEmpty(at range: SourceRange) -> Diagnostic {
    Diagnostic(.yamlEmpty, "the file holds no value", at: range)
  }

  /// Returns the diagnostic for the start of a second document.
  static func yamlMultipleDocuments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlMultipleDocuments, "a second document starts here", at: range,
      help: "put each document in a file of its own")
  }

  /// Returns the diagnostic for bytes that are not UTF-8.
  static func yamlNotUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlNotUTF8, "these bytes are not well-formed UTF-8", at: range,
      help: "save the file in UTF-8")
  }

  /// Returns the diagnostic for text that is not YAML.
  static func yamlSyntax(
    _ problem: String, at range: SourceRange, labels: [Label] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, "the text is not well-formed YAML: \(problem)", at: range, labels: labels,
      help: help)
  }

  /// Returns the diagnostic for an explicit tag.
  static func yamlTag(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlTag, "tags are not read", at: range,
      help: "remove the tag; put the value in quotes if text is meant")
  }

  /// Returns the diagnostic for values nested more than `limit` levels deep.
  static func yamlTooDeep(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.yamlTooDeep, "values are nested more than \(limit) levels deep", at: range)
  }
}
