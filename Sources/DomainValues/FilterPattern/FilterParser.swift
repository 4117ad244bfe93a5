internal import SourceText

/// A reader of filter patterns in braces.
///
/// `&&` binds closer than `||`. Keywords may be in any case, strings bare or in double quotes.
struct FilterParser {
  private var scanner: ByteScanner

  /// The parentheses that are open.
  private var depth = 0

  /// The parentheses that may be open, so that no text exhausts the stack.
  private static let greatestDepth = 100

  init(_ text: String) {
    scanner = ByteScanner(text)
  }

  /// Reads all of the text as a pattern.
  mutating func parsePattern() throws(ValueError) -> FilterCondition {
    try expect("{", "`{`")
    let condition = try parseAny()
    try expect("}", "`}`, `&&` or `||`")
    skipSpaces()
    guard scanner.isAtEnd else { throw expected("the end of the pattern") }
    return condition
  }

  private mutating func parseAny() throws(ValueError) -> FilterCondition {
    var parts = [try parseAll()]
    while accept("||") { parts.append(try parseAll()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseAll() throws(ValueError) -> FilterCondition {
    var parts = [try parseOperand()]
    while accept("&&") { parts.append(try parseOperand()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func parseOperand() throws(ValueError) -> FilterCondition {
    guard accept("(") else {
      let selector = try parseSelector()
      return .field(selector, try parsePredicate())
    }
    depth += 1
    guard depth <= FilterParser.greatestDepth else { throw expected("fewer open parentheses") }
    let condition = try parseAny()
    try expect(")", "`)`, `&&` or `||`")
    depth -= 1
    return condition
  }

  private mutating func parseSelector() throws(ValueError) -> FilterSelector {
    skipSpaces()
    guard scanner.skip(UInt8(ascii: "$")) else { throw expected("a selector such as `$.name`") }
    var steps: [FilterSelector.Step] = []
    while true {
      if scanner.skip(UInt8(ascii: ".")) {
        if scanner.next == UInt8(ascii: "[") { continue }
        let name = scanner.take(while: FilterSelector.isPlain)
        guard !name.isEmpty else { throw expected("the name of a field") }
        steps.append(.member(ExactText(String(decoding: name, as: UTF8.self))))
      } else if scanner.skip(UInt8(ascii: "[")) {
        steps.append(try parseSubscript())
      } else {
        break
      }
    }
    guard !steps.isEmpty else { throw expected("`.` or `[`") }
    return FilterSelector(steps)
  }

  private mutating func parseSubscript() throws(ValueError) -> FilterSelector.Step {
    var step: FilterSelector.Step?
    if scanner.skip(UInt8(ascii: "*")) {
      step = .anyElement
    } else if let quote = scanner.next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      step = .member(ExactText(String(decoding: try parseQuoted(quote), as: UTF8.self)))
    } else {
      step = ASCII.decimal(scanner.take(while: ASCII.isDigit)).map(FilterSelector.Step.element)
    }
    guard let step else { throw expected("an index or a quoted name") }
    guard scanner.skip(UInt8(ascii: "]")) else { throw expected("`]`") }
    return step
  }

  private mutating func parsePredicate() throws(ValueError) -> FilterPredicate {
    skipSpaces()
    for (text, comparison) in FilterParser.comparisons where scanner.skip(text) {
      return try parseComparison(comparison)
    }
    let start = scanner.offset
    switch parseWord() {
    case "exists": return .exists
    case "not":
      skipSpaces()
      if parseWord() == "exists" { return .isMissing }
    case "is":
      skipSpaces()
      switch parseWord() {
      case "null": return .isNull
      case "true": return .isBoolean(true)
      case "false": return .isBoolean(false)
      default: throw expected("`NULL`, `TRUE` or `FALSE`")
      }
    default: break
    }
    scanner.offset = start
    throw expected("an operator: `=`, `!=`, `<`, `<=`, `>`, `>=`, `IS`, `EXISTS` or `NOT EXISTS`")
  }

  /// The operators that compare; longer ones come first.
  private static let comparisons: [(StaticString, FilterPredicate.Comparison)] = [
    ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("=", .equal),
    ("<", .less), (">", .greater),
  ]

  private mutating func parseWord() -> String {
    ASCII.lowercased(String(decoding: scanner.take(while: ASCII.isLetter), as: UTF8.self))
  }

  private mutating func parseComparison(
    _ comparison: FilterPredicate.Comparison
  ) throws(ValueError) -> FilterPredicate {
    skipSpaces()
    let start = scanner.offset
    if scanner.next == UInt8(ascii: "%"), comparison == .equal || comparison == .notEqual {
      let regex = try parseRegex()
      return comparison == .equal ? .finds(regex) : .lacks(regex)
    }
    let isQuoted = scanner.next == UInt8(ascii: "\"")
    let bytes =
      isQuoted
      ? try parseQuoted(UInt8(ascii: "\"")) : Array(scanner.take(while: FilterParser.isBare))
    let text = String(decoding: bytes, as: UTF8.self)
    if !isQuoted {
      guard !bytes.isEmpty else { throw expected("a value") }
      if let number = FilterPredicate.number(in: text) { return .compares(comparison, number) }
    }
    let glob = Glob(
      tokens: text.unicodeScalars.map { $0 == "*" ? .any : .scalar($0.value) })
    switch comparison {
    case .equal: return .matches(glob)
    case .notEqual: return .differs(glob)
    case .greater, .greaterOrEqual, .less, .lessOrEqual:
      throw .malformedFilterPattern(offset: start, expected: "a number")
    }
  }

  /// Reads `"text"`, in which a backslash may stand before a quote or a backslash.
  private mutating func parseQuoted(_ quote: UInt8) throws(ValueError) -> [UInt8] {
    _ = scanner.skip(quote)
    var bytes: [UInt8] = []
    while let byte = scanner.next, byte != quote {
      scanner.offset += 1
      if byte == 0x5C, let escaped = scanner.next, escaped == quote || escaped == 0x5C {
        scanner.offset += 1
        bytes.append(escaped)
      } else {
        bytes.append(byte)
      }
    }
    guard scanner.skip(quote) else { throw expected("the closing quote") }
    return bytes
  }

  /// Reads `%expression%`; a percent sign in the expression has a backslash before it.
  private mutating func parseRegex() throws(ValueError) -> RegexPattern {
    scanner.offset += 1
    let start = scanner.offset
    while let byte = scanner.next, byte != UInt8(ascii: "%") {
      scanner.offset += byte == 0x5C && scanner.peek(1) != nil ? 2 : 1
    }
    let text = String(decoding: scanner.bytes[start..<scanner.offset], as: UTF8.self)
    guard scanner.skip(UInt8(ascii: "%")) else { throw expected("the closing `%`") }
    do {
      return try RegexPattern.parse(text)
    } catch {
      throw .malformedFilterPattern(offset: start, expected: "a regular expression")
    }
  }

  /// Returns `true` iff `byte` may stand in a value without quotes.
  private static func isBare(_ byte: UInt8) -> Bool {
    guard byte > 0x20, byte != 0x7F else { return false }
    switch Unicode.Scalar(byte) {
    case "(", ")", "{", "}", "[", "]", "=", "!", "<", ">", "&", "|", "\"", "'", "%", "$":
      return false
    default: return true
    }
  }

  private mutating func skipSpaces() {
    _ = scanner.take(while: ASCII.isSpace)
  }

  private mutating func accept(_ text: StaticString) -> Bool {
    skipSpaces()
    return scanner.skip(text)
  }

  private mutating func expect(
    _ text: StaticString, _ description: String
  ) throws(ValueError) {
    guard accept(text) else { throw expected(description) }
  }

  private func expected(_ description: String) -> ValueError {
    .malformedFilterPattern(offset: scanner.offset, expected: description)
  }
}
