extension Cidr {
  /// Returns the first and the last address of the block that `utf8` writes, if it is one of IPv4 in
  /// dotted decimal; `nil` for every other text, of which `parse` says what it is.
  package static func version4Ends(of utf8: Span<UInt8>) -> (lower: UInt32, upper: UInt32)? {
    let count = utf8.count
    guard count >= 9, count <= 18 else { return nil }
    var bits: UInt32 = 0
    var index = 0
    for place in 0..<5 {
      let start = index
      var number: UInt32 = 0
      while index < count, index - start < 3 {
        let digit = utf8[index] &- ASCII.zero
        guard digit < 10 else { break }
        number = number &* 10 &+ UInt32(digit)
        index += 1
      }
      // No number has a zero before it.
      guard index > start, index - start == 1 || utf8[start] != ASCII.zero else { return nil }
      if place == 4 {
        guard index == count, number <= 32 else { return nil }
        let beyond = number == 0 ? UInt32.max : number == 32 ? 0 : UInt32.max >> number
        return bits & beyond == 0 ? (bits, bits | beyond) : nil
      }
      let end = place == 3 ? UInt8(ascii: "/") : UInt8(ascii: ".")
      guard number <= 255, index < count, utf8[index] == end else { return nil }
      index += 1
      bits = bits << 8 | number
    }
    return nil
  }
}
