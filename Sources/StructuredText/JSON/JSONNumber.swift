/// The exact meaning of the text of a JSON number.
package enum JSONNumber {
  /// Returns the whole number that `text`, a JSON number, denotes, or `nil` when it is not whole or
  /// does not fit, or the text is no number.
  package static func integer(_ text: ArraySlice<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    var digits: [UInt8] = []
    var fractionCount = 0
    var isInFraction = false
    var index = text.startIndex + (isNegative ? 1 : 0)
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { break }
      if byte == UInt8(ascii: ".") {
        isInFraction = true
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        digits.append(digit)
        if isInFraction { fractionCount += 1 }
      }
      index += 1
    }
    var exponent = -fractionCount
    if index < text.endIndex {
      let written = exponentValue(text[(index + 1)...])
      exponent += written
    }
    while let last = digits.last, last == 0 {
      digits.removeLast()
      exponent += 1
    }
    guard !digits.isEmpty else { return 0 }
    // 19 digits are the most that fit, so a greater exponent cannot.
    guard exponent >= 0, exponent < 20 else { return nil }
    return value(of: digits, zeros: exponent, isNegative: isNegative)
  }

  /// Returns the number with `digits` followed by `zeros` zeros, or `nil` when it does not fit.
  private static func value(of digits: [UInt8], zeros: Int, isNegative: Bool) -> Int64? {
    var result: Int64 = 0
    for position in 0..<digits.count + zeros {
      let digit = position < digits.count ? Int64(digits[position]) : 0
      let (product, overflowed) = result.multipliedReportingOverflow(by: 10)
      // Counting down for negatives reaches the least value, whose magnitude does not fit.
      let (sum, carried) = product.addingReportingOverflow(isNegative ? -digit : digit)
      guard !overflowed, !carried else { return nil }
      result = sum
    }
    return result
  }

  /// Returns the exponent that `text` spells, capped far beyond what any text could balance.
  private static func exponentValue(_ text: ArraySlice<UInt8>) -> Int {
    var magnitude = 0
    for byte in text where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
      magnitude = Swift.min(magnitude * 10 + Int(byte - UInt8(ascii: "0")), 1 << 40)
    }
    return text.first == UInt8(ascii: "-") ? -magnitude : magnitude
  }
}
