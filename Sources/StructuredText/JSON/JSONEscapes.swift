internal import CByteScan

/// The escapes in JSON strings.
package enum JSONEscapes {
  /// Returns the UTF-8 that `content`, a well-formed string without its quotes, stands for.
  package static func decoded(_ content: ArraySlice<UInt8>) -> [UInt8] {
    unsafe content.withUnsafeBufferPointer { unsafe decoded($0) }
  }

  /// Returns the UTF-8 that `content`, a well-formed string without its quotes, stands for.
  package static func decoded(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let text = content.baseAddress else { return [] }
    // No escape is shorter than what it stands for.
    return unsafe Array(unsafeUninitializedCapacity: content.count) { room, count in
      guard let target = room.baseAddress else { return }
      var index = 0
      while index < content.count {
        // All up to the next backslash is as it is.
        let copied = unsafe byte_scan_copy(
          UInt8(ascii: "\\"), text, index, content.count, target + count)
        (index, count) = (index + copied, count + copied)
        guard index < content.count else { break }
        guard index + 1 < content.count else {
          unsafe target[count] = text[index]
          count += 1
          break
        }
        let letter = unsafe text[index + 1]
        guard letter == UInt8(ascii: "u") else {
          unsafe target[count] = simple(letter) ?? letter
          (index, count) = (index + 2, count + 1)
          continue
        }
        var scalar: [UInt8] = []
        let escapes = unsafe Array(content[index..<min(index + 12, content.count)])
        index += appendScalar(at: 0, of: escapes[...], to: &scalar)
        for byte in scalar {
          unsafe target[count] = byte
          count += 1
        }
      }
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
