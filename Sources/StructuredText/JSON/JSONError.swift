package import SourceText

/// Why a text is not JSON.
package struct JSONError: Error, Hashable, Sendable {
  /// What may stand at a place.
  package enum Expectation: Hashable, Sendable {
    case value
    case elementAfterComma
    case key
    case colon
    case commaOrBracket
    case commaOrBrace
    case closingQuote
  }

  /// What is wrong with a number.
  package enum NumberFault: Hashable, Sendable {
    case leadingZero
    case leadingPlus
    case missingDigits
  }

  /// What is wrong with an escape.
  package enum EscapeFault: Hashable, Sendable {
    case unknownLetter
    case missingDigits
    case loneSurrogate
  }

  /// The ways in which a text can fail to be JSON.
  package enum Kind: Hashable, Sendable {
    case unexpectedEnd(Expectation)
    case unexpectedByte(UInt8, Expectation)
    case unexpectedWord(String)
    case controlCharacterInString(UInt8)
    case invalidEscape(EscapeFault)
    case invalidUTF8
    case byteOrderMark
    case invalidNumber(NumberFault)
    case tooDeep
    case duplicateKey(String, first: SourceRange)
    case trailingContent
    case tooLarge
  }

  /// What is wrong.
  package let kind: Kind

  /// Where it is wrong.
  package let range: SourceRange

  /// Creates the error of `kind` at `range`.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
