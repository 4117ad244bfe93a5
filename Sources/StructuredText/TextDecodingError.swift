/// Why bytes could not be read as text.
package enum TextDecodingError: Error, Hashable, Sendable {
  /// The bytes at `offset`, 0-based, are not well-formed UTF-8.
  case illFormedUTF8(offset: Int)

  /// The code unit at `offset`, 0-based and in bytes, is half of a surrogate pair, or cut off.
  case illFormedUTF16(offset: Int)

  /// The text is in UTF-32, which is not read.
  case utf32

  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch self {
    case .illFormedUTF8(let offset): "byte \(offset) of the text is not well-formed UTF-8"
    case .illFormedUTF16(let offset): "byte \(offset) of the text is not well-formed UTF-16"
    case .utf32: "the text is in UTF-32: save it as UTF-8"
    }
  }
}
