/// A reader of the bytes of a short text, from left to right.
struct ByteScanner {
  /// What is read.
  let bytes: [UInt8]

  /// The 0-based offset of the next byte.
  var offset = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The next byte, or `nil` at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Returns the byte `distance` bytes ahead, or `nil` past the end.
  func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  /// Steps over `byte` if it is next, and returns whether it was.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// Steps over `text` if it is next, and returns whether it was.
  mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - offset >= count else { return false }
    for index in 0..<count where unsafe text.utf8Start[index] != bytes[offset + index] {
      return false
    }
    offset += count
    return true
  }

  /// Steps over the bytes that satisfy `isWanted` and returns them.
  mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = offset
    while let byte = next, isWanted(byte) { offset += 1 }
    return bytes[start..<offset]
  }

  /// Steps over exactly `count` decimal digits and returns their value; `nil` if there are fewer.
  ///
  /// - Precondition: `count` is at most 18, so that the value fits.
  mutating func takeDigits(exactly count: Int) -> Int64? {
    guard bytes.count - offset >= count else { return nil }
    var value: Int64 = 0
    for byte in bytes[offset..<offset + count] {
      guard ASCII.isDigit(byte) else { return nil }
      value = value * 10 + Int64(byte - ASCII.zero)
    }
    offset += count
    return value
  }
}

/// The bytes that the scanners of this module look for.
enum ASCII {
  static let zero = UInt8(ascii: "0")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Returns `text` with the letters A to Z in lower case.
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Returns whether two texts are the same but for the case of the letters A to Z.
  static func isEqual(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && starts(left, with: right)
  }

  /// Returns whether `text` starts like `prefix` but for the case of the letters A to Z.
  static func starts(_ text: String, with prefix: String) -> Bool {
    let (bytes, wanted) = (text.utf8.span, prefix.utf8.span)
    guard bytes.count >= wanted.count else { return false }
    for index in wanted.indices where folded(bytes[index]) != folded(wanted[index]) {
      return false
    }
    return true
  }

  /// Returns whether `text` ends like `suffix` but for the case of the letters A to Z.
  static func ends(_ text: String, with suffix: String) -> Bool {
    let (bytes, wanted) = (text.utf8.span, suffix.utf8.span)
    let distance = bytes.count - wanted.count
    guard distance >= 0 else { return false }
    for index in wanted.indices where folded(bytes[distance + index]) != folded(wanted[index]) {
      return false
    }
    return true
  }

  /// Returns `byte`, in lower case if it is one of A to Z.
  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// Returns the number that `digits` spell in decimal, or `nil` if they are no digits, none, or
  /// too many for `Int64`.
  static func decimal(_ digits: some Sequence<UInt8>) -> Int64? {
    var value: Int64 = 0
    var isEmpty = true
    for byte in digits {
      guard isDigit(byte) else { return nil }
      isEmpty = false
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isStillTooLarge) = tens.addingReportingOverflow(Int64(byte - zero))
      guard !isTooLarge, !isStillTooLarge else { return nil }
      value = sum
    }
    return isEmpty ? nil : value
  }
}
