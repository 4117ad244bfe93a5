/// A set of addresses of both families.
///
/// An IPv6 address that embeds an IPv4 one is an address of IPv6 only.
package struct CidrSet: Hashable, Sendable {
  /// The addresses of IPv4.
  package let version4: IntervalSet<UInt32>

  /// The addresses of IPv6.
  package let version6: IntervalSet<UInt128>

  /// The set of no address.
  package static let empty = CidrSet(version4: IntervalSet(), version6: IntervalSet())

  /// Every address of both families.
  package static let everything = CidrSet(
    version4: IntervalSet([0...UInt32.max]), version6: IntervalSet([0...UInt128.max]))

  /// Creates the union of `cidrs`.
  ///
  /// - Complexity: O(*n* log *n*) in the number of blocks.
  package init(_ cidrs: some Sequence<Cidr>) {
    var version4: [ClosedRange<UInt32>] = []
    var version6: [ClosedRange<UInt128>] = []
    for cidr in cidrs {
      let bits = cidr.bits
      switch cidr.network.family {
      case .version4:
        version4.append(
          UInt32(truncatingIfNeeded: bits.lowerBound)...UInt32(truncatingIfNeeded: bits.upperBound))
      case .version6: version6.append(bits)
      }
    }
    self.init(version4: IntervalSet(version4), version6: IntervalSet(version6))
  }

  /// Creates the set of the addresses that are in any of `sets`.
  ///
  /// - Complexity: O(*n* log *n*) in the number of their intervals.
  package init(union sets: [CidrSet]) {
    self.init(
      version4: IntervalSet(sets.flatMap(\.version4.intervals)),
      version6: IntervalSet(sets.flatMap(\.version6.intervals)))
  }

  /// Creates the set of the addresses of both families.
  package init(version4: IntervalSet<UInt32>, version6: IntervalSet<UInt128>) {
    self.version4 = version4
    self.version6 = version6
  }

  /// Returns the set that `text` writes: blocks with commas between them.
  package static func parse(
    _ text: String, allowingHostBits: Bool = false
  ) throws(ValueError) -> CidrSet {
    // Most are one block of IPv4.
    if let ends = Cidr.version4Ends(of: text.utf8.span) {
      let block = IntervalSet(sorted: [ends.lower...ends.upper])
      return CidrSet(version4: block, version6: IntervalSet())
    }
    var cidrs: [Cidr] = []
    let (comma, space) = (UInt8(ascii: ","), UInt8(ascii: " "))
    for part in Array(text.utf8).split(separator: comma, omittingEmptySubsequences: false) {
      var trimmed = part.drop { $0 == space }
      while trimmed.last == space { trimmed.removeLast() }
      let block = String(decoding: trimmed, as: UTF8.self)
      cidrs.append(try Cidr.parse(block, allowingHostBits: allowingHostBits))
    }
    return CidrSet(cidrs)
  }

  /// Whether there is no address in the set.
  package var isEmpty: Bool { version4.isEmpty && version6.isEmpty }

  /// Whether the set has all of IPv4 or all of IPv6, however it was put together.
  package var isWorld: Bool { version4.isEverything || version6.isEverything }

  /// Returns the addresses that are in either set.
  package func union(_ other: CidrSet) -> CidrSet {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return CidrSet(
      version4: version4.union(other.version4), version6: version6.union(other.version6))
  }

  /// Returns the addresses that are in both sets.
  package func intersection(_ other: CidrSet) -> CidrSet {
    CidrSet(
      version4: version4.intersection(other.version4),
      version6: version6.intersection(other.version6))
  }

  /// Returns the addresses that are in this set and not in `other`.
  package func subtracting(_ other: CidrSet) -> CidrSet {
    CidrSet(
      version4: version4.subtracting(other.version4),
      version6: version6.subtracting(other.version6))
  }

  /// Returns `true` iff `address` is in the set.
  package func contains(_ address: IPAddress) -> Bool {
    switch address.family {
    case .version4: version4.contains(UInt32(truncatingIfNeeded: address.bits))
    case .version6: version6.contains(address.bits)
    }
  }

  /// Returns `true` iff every address of `cidr` is in the set.
  package func contains(_ cidr: Cidr) -> Bool { isSuperset(of: CidrSet([cidr])) }

  /// Returns `true` iff every address of `other` is in this set.
  package func isSuperset(of other: CidrSet) -> Bool {
    version4.isSuperset(of: other.version4) && version6.isSuperset(of: other.version6)
  }

  /// The fewest blocks that make up the set, IPv4 first, ascending.
  package var cidrs: [Cidr] {
    version4.intervals.flatMap {
      CidrSet.blocks(UInt128($0.lowerBound)...UInt128($0.upperBound), of: .version4)
    } + version6.intervals.flatMap { CidrSet.blocks($0, of: .version6) }
  }

  /// Returns the fewest blocks that make up `interval`, by taking the largest that fits each time.
  private static func blocks(
    _ interval: ClosedRange<UInt128>, of family: IPAddress.Family
  ) -> [Cidr] {
    var blocks: [Cidr] = []
    var start = interval.lowerBound
    while true {
      var hostBits = Swift.min(family.width, start.trailingZeroBitCount)
      var last = start | (hostBits == 0 ? 0 : family.greatest >> UInt128(family.width - hostBits))
      while last > interval.upperBound {
        hostBits -= 1
        last = start | (hostBits == 0 ? 0 : family.greatest >> UInt128(family.width - hostBits))
      }
      let address = IPAddress(family: family, bits: start)
      blocks.append(Cidr(containing: address, prefix: family.width - hostBits))
      guard last < interval.upperBound else { return blocks }
      start = last + 1
    }
  }
}

extension CidrSet: CustomStringConvertible {
  package var description: String {
    if self == .everything { return "the world" }
    if isEmpty { return "no address" }
    return cidrs.map(\.description).joined(separator: ", ")
  }
}
