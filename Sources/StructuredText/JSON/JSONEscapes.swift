internal import CByteScan

/// The escapes in JSON strings.
package enum JSONEscapes {
  /// Returns the UTF-8 that `content`, a well-formed string without its quotes, stands for.
  package static func decoded(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      // All up to the next backslash is as it is.
      let next = backslash(in: content, from: index)
      result += content[index..<next]
      guard next + 1 < content.endIndex else {
        result += content[next...]
        break
      }
      let letter = content[next + 1]
      if letter == UInt8(ascii: "u") {
        index = appendScalar(at: next, of: content, to: &result)
      } else {
        result.append(simple(letter) ?? letter)
        index = next + 2
      }
    }
    return result
  }

  /// Returns the index of the first backslash from `start` on, or the end.
  private static func backslash(in content: ArraySlice<UInt8>, from start: Int) -> Int {
    unsafe content.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return content.endIndex }
      let offset = unsafe byte_scan_find(
        UInt8(ascii: "\\"), base, start - content.startIndex, bytes.count)
      return content.startIndex + offset
    }
  }

  /// Returns the byte that a backslash and `letter` stand for, or `nil` when there is none.
  static func simple(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Returns the code unit that the four hexadecimal digits at `index` spell, or `nil` when they
  /// are not all there.
  static func codeUnit(at index: Int, of text: ArraySlice<UInt8>) -> UInt32? {
    guard index + 4 <= text.endIndex else { return nil }
    var value: UInt32 = 0
    for digit in text[index..<index + 4] {
      guard let number = hexadecimal(digit) else { return nil }
      value = value << 4 | number
    }
    return value
  }

  /// Returns the value of a hexadecimal digit, or `nil` when `byte` is none.
  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Appends the scalar of the `\u` escape at `index`, or of the pair of them, and returns the
  /// index past it.
  private static func appendScalar(
    at index: Int, of content: ArraySlice<UInt8>, to result: inout [UInt8]
  ) -> Int {
    guard let unit = codeUnit(at: index + 2, of: content) else { return index + 2 }
    if unit >> 10 == 0x36, let low = codeUnit(at: index + 8, of: content), low >> 10 == 0x37 {
      WellFormedUTF8.append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &result)
      return index + 12
    }
    WellFormedUTF8.append(unit, to: &result)
    return index + 6
  }
}
