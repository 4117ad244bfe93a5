/// The escapes of strings.
enum Escape {
  /// Returns what the escape at the start of `bytes` stands for and its number of bytes, or
  /// `nil` when there is no such escape.
  static func resolve(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
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
    guard rest.first == Byte.leftBrace else { return nil }
    let digits = rest.dropFirst().prefix { $0 != Byte.rightBrace }
    guard digits.count <= 6, rest.dropFirst(digits.count + 1).first == Byte.rightBrace,
      digits.allSatisfy({ Byte.isDigit($0) || Byte.isLetter($0) }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (String(Character(scalar)), digits.count + 4)
  }
}
