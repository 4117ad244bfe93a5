/// The bytes that tokens are told apart by.
enum Byte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let upperT: UInt8 = 0x54
  static let upperZ: UInt8 = 0x5A
  static let backslash: UInt8 = 0x5C
  static let underscore: UInt8 = 0x5F
  static let leftBrace: UInt8 = 0x7B
  static let rightBrace: UInt8 = 0x7D

  /// Returns whether `byte` is a decimal digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Returns whether `byte` is a lower-case letter of ASCII.
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// Returns whether `byte` is an upper-case letter of ASCII.
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// Returns whether `byte` is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) }

  /// Returns whether `byte` may continue a word.
  static func isWordPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == underscore
  }

  /// Returns whether `byte` ends a line.
  static func isLineBreak(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }

  /// Returns whether `byte` is part of a character that is not of ASCII.
  static func isForeign(_ byte: UInt8) -> Bool { byte >= 0x80 }
}
