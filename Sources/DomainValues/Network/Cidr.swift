/// A block of addresses that share their first bits, like `10.0.0.0/8`.
package struct Cidr: Hashable, Sendable {
  /// The first address of the block.
  package let network: IPAddress

  /// The number of bits shared, 0 to the width of the family.
  package let prefix: Int

  /// The block of one address.
  package init(_ address: IPAddress) {
    network = address
    prefix = address.family.width
  }

  /// Creates the block of the addresses that share `prefix` bits with `address`.
  ///
  /// - Precondition: `prefix` is from 0 to the width of the address.
  package init(containing address: IPAddress, prefix: Int) {
    precondition((0...address.family.width).contains(prefix), "a prefix must fit the address")
    self.prefix = prefix
    let mask = Cidr.hostMask(of: address.family, prefix: prefix)
    network = IPAddress(family: address.family, bits: address.bits & ~mask)
  }

  /// Returns the block that `text` writes.
  ///
  /// - Throws: also when bits are set beyond the prefix, unless `allowingHostBits`, in which case
  ///   the block that contains the address is returned.
  package static func parse(
    _ text: String, allowingHostBits: Bool = false
  ) throws(ValueError) -> Cidr {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let address = try? IPAddress.parse(String(parts[0]) ?? ""),
      (1...3).contains(parts[1].count), parts[1].count == 1 || parts[1].first != ASCII.zero,
      let prefix = ASCII.decimal(parts[1])
    else { throw .malformed(.cidr, text: text) }
    guard prefix <= address.family.width else { throw .outOfRange(.cidr, text: text) }
    let cidr = Cidr(containing: address, prefix: Int(prefix))
    guard allowingHostBits || cidr.network == address else {
      throw .hostBits(text: text, network: cidr)
    }
    return cidr
  }

  /// The addresses of the block, as numbers.
  package var bits: ClosedRange<UInt128> {
    network.bits...(network.bits | Cidr.hostMask(of: network.family, prefix: prefix))
  }

  /// Returns `true` iff `address` is in the block.
  package func contains(_ address: IPAddress) -> Bool {
    address.family == network.family && bits.contains(address.bits)
  }

  /// Returns `true` iff every address of `other` is in the block.
  package func contains(_ other: Cidr) -> Bool {
    prefix <= other.prefix && contains(other.network)
  }

  /// Whether the block is all of IPv4 or all of IPv6.
  package var isWorld: Bool { prefix == 0 }

  /// Returns the number whose bits beyond `prefix` are set.
  private static func hostMask(of family: IPAddress.Family, prefix: Int) -> UInt128 {
    // A smart shift by the whole width gives 0.
    family.greatest >> UInt128(prefix)
  }
}

extension Cidr: Comparable {
  package static func < (left: Cidr, right: Cidr) -> Bool {
    (left.network, left.prefix) < (right.network, right.prefix)
  }
}

extension Cidr: CustomStringConvertible {
  package var description: String { "\(network)/\(prefix)" }
}
