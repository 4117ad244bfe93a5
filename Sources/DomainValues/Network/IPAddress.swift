/// An address of IPv4 or IPv6.
package struct IPAddress: Hashable, Sendable {
  /// The two families of addresses.
  package enum Family: Hashable, Sendable, CaseIterable {
    case version4
    case version6

    /// The number of bits in an address.
    package var width: Int {
      switch self {
      case .version4: 32
      case .version6: 128
      }
    }

    /// The greatest address.
    package var greatest: UInt128 {
      switch self {
      case .version4: UInt128(UInt32.max)
      case .version6: .max
      }
    }
  }

  /// The family the address belongs to.
  package let family: Family

  /// The address as a number, most significant byte first.
  package let bits: UInt128

  /// Creates the address whose number is `bits`.
  ///
  /// - Precondition: `bits` is at most the greatest address of `family`.
  package init(family: Family, bits: UInt128) {
    precondition(bits <= family.greatest, "an address must fit its family")
    self.family = family
    self.bits = bits
  }

  /// Returns the address that `text` writes, in dotted decimal or by RFC 4291.
  ///
  /// A number of a dotted address has no leading zeros, which some readers take for octal.
  package static func parse(_ text: String) throws(ValueError) -> IPAddress {
    let bytes = ArraySlice(text.utf8)
    if bytes.contains(UInt8(ascii: ":")) {
      guard let bits = parseVersion6(bytes) else { throw .malformed(.ipAddress, text: text) }
      return IPAddress(family: .version6, bits: bits)
    }
    guard let bits = parseVersion4(bytes) else { throw .malformed(.ipAddress, text: text) }
    return IPAddress(family: .version4, bits: UInt128(bits))
  }

  private static func parseVersion4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard part.count <= 3, part.count == 1 || part.first != ASCII.zero,
        let number = ASCII.decimal(part), number <= 255
      else { return nil }
      bits = bits << 8 | UInt32(number)
    }
    return bits
  }

  private static func parseVersion6(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    let colon = UInt8(ascii: ":")
    var gap: Int?
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      if bytes[index] == colon, bytes[index + 1] == colon {
        guard gap == nil else { return nil }
        gap = index
        index += 1
      }
      index += 1
    }
    guard let gap else {
      guard let groups = parseGroups(bytes, mayEndDotted: true), groups.count == 8 else {
        return nil
      }
      return number(groups)
    }
    guard let left = parseGroups(bytes[..<gap], mayEndDotted: false),
      let right = parseGroups(bytes[(gap + 2)...], mayEndDotted: true),
      left.count + right.count < 8
    else { return nil }
    let zeros = Array(repeating: UInt16(0), count: 8 - left.count - right.count)
    return number(left + zeros + right)
  }

  private static func number(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  /// Reads groups of hexadecimal digits with colons between them.
  private static func parseGroups(
    _ bytes: ArraySlice<UInt8>, mayEndDotted: Bool
  ) -> [UInt16]? {
    if bytes.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if mayEndDotted, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let bits = parseVersion4(part) else { return nil }
        groups += [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
      } else {
        guard (1...4).contains(part.count), part.first != UInt8(ascii: "+"),
          let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }
}

extension IPAddress: Comparable {
  package static func < (left: IPAddress, right: IPAddress) -> Bool {
    (left.family.width, left.bits) < (right.family.width, right.bits)
  }
}

extension IPAddress: CustomStringConvertible {
  package var description: String {
    switch family {
    case .version4:
      return stride(from: 24, through: 0, by: -8).map { "\(bits >> UInt128($0) & 0xFF)" }
        .joined(separator: ".")
    case .version6:
      return version6Description
    }
  }

  /// The form of RFC 5952: lower case, the longest run of zeros left out, the first of equals.
  private var version6Description: String {
    let groups = stride(from: 112, through: 0, by: -16).map { bits >> UInt128($0) & 0xFFFF }
    var longest = 0..<0
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 {
        start = index + 1
      } else if index + 1 - start > longest.count {
        longest = start..<index + 1
      }
    }
    let texts = groups.map { String($0, radix: 16) }
    guard longest.count > 1 else { return texts.joined(separator: ":") }
    return texts[..<longest.lowerBound].joined(separator: ":") + "::"
      + texts[longest.upperBound...].joined(separator: ":")
  }
}
