/// The escapes of strings.
package enum Escape {
  /// The byte that an escape starts with, a backslash.
  package static let mark = UInt8(ascii: "\\")

  /// Returns what the escape at the start of `bytes` stands for and its number of bytes, or
  /// `nil` when there is no such escape.
  package static func resolve(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
    guard let letter = bytes.dropFirst().first else { return nil }
    switch Unicode.Scalar(letter) {
    case "\"": return ("\"", 2)
    case "\\": return ("\\", 2)
    case "n": return ("\n", 2)
    case "t": return ("\t", 2)
    case "r": return ("\r", 2)
    case "{": return ("{", 2)
    case "}": return ("}", 2)
    case "u": break
    default: return nil
    }
    let rest = bytes.dropFirst(2)
    guard rest.first == UInt8(ascii: "{") else { return nil }
    let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: "}") }
    guard digits.count <= 6, rest.dropFirst(digits.count + 1).first == UInt8(ascii: "}"),
      digits.allSatisfy(isDigitOrLetter),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (String(Character(scalar)), digits.count + 4)
  }

  /// Returns the index past the backslash at the start of `bytes`, well-formed text in which it starts
  /// no escape, and past the character after it.
  package static func endOfUnknown(in bytes: ArraySlice<UInt8>) -> Int {
    var end = Swift.min(bytes.startIndex + 2, bytes.endIndex)
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
