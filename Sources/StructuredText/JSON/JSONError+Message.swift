extension JSONError {
  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch kind {
    case .unexpectedEnd(let expectation):
      "the text ends where \(expectation.words) is expected"
    case .unexpectedByte(let byte, let expectation):
      JSONError.message(for: byte, insteadOf: expectation)
    case .unexpectedWord(let word):
      "`\(word)` is not a JSON value: the only words are `true`, `false` and `null`"
    case .controlCharacterInString(let byte):
      "a string holds the control character \(JSONError.name(of: byte)) unescaped"
    case .invalidEscape(.unknownLetter):
      "a backslash must be followed by one of `\" \\ / b f n r t u`"
    case .invalidEscape(.missingDigits):
      "`\\u` must be followed by four hexadecimal digits"
    case .invalidEscape(.loneSurrogate):
      "this surrogate is half of a pair: a character beyond U+FFFF takes two `\\u` escapes"
    case .invalidUTF8:
      "these bytes are not well-formed UTF-8"
    case .byteOrderMark:
      "a JSON text does not start with a byte order mark"
    case .invalidNumber(.leadingZero):
      "a number does not start with a superfluous `0`"
    case .invalidNumber(.leadingPlus):
      "a number does not start with `+`"
    case .invalidNumber(.missingDigits):
      "a digit is missing from this number"
    case .tooDeep:
      "values are nested more than \(JSONScanner.deepest) levels deep"
    case .duplicateKey(let key, _):
      "the key `\(key)` is given twice in one object"
    case .trailingContent:
      "there is more text after the end of the value"
    case .tooLarge:
      "the text is larger than 4 GiB"
    }
  }

  /// Returns what to say of `byte` where `expectation` should stand.
  private static func message(for byte: UInt8, insteadOf expectation: Expectation) -> String {
    let found = name(of: byte)
    switch (byte, expectation) {
    case (UInt8(ascii: "'"), .value), (UInt8(ascii: "'"), .key):
      return "strings are written in double quotes, not in `'`"
    case (UInt8(ascii: "/"), _), (UInt8(ascii: "#"), _):
      return "JSON has no comments: expected \(expectation.words), found \(found)"
    case (UInt8(ascii: "}"), .key), (UInt8(ascii: "]"), .elementAfterComma):
      return "expected \(expectation.words), found \(found): no comma stands before it"
    default:
      return "expected \(expectation.words), found \(found)"
    }
  }

  /// Returns how to call `byte` in a sentence.
  private static func name(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "`"): return "a backtick"
    case 0x21...0x7E: return "`\(Unicode.Scalar(byte))`"
    case 0x20: return "a space"
    case 0x00...0x1F, 0x7F:
      let digits = String(byte, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return "a character outside ASCII"
    }
  }
}

extension JSONError.Expectation {
  /// How to call what is expected in a sentence.
  fileprivate var words: String {
    switch self {
    case .value, .elementAfterComma: "a value"
    case .key: "a key in double quotes"
    case .colon: "`:`"
    case .commaOrBracket: "`,` or `]`"
    case .commaOrBrace: "`,` or `}`"
    case .closingQuote: "the closing `\"` of a string"
    }
  }
}
