import DomainValues
import TestSupport
import Testing

struct NetworkTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
    ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::ffff:192.0.2.1", "::ffff:c000:201"),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
    ("fe80:0:0:0:0:0:0:1", "fe80::1"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
  ])
  func addressesReadAndPrint(text: String, printed: String) throws {
    let address = try IPAddress.parse(text)
    #expect(address.description == printed)
    #expect(try IPAddress.parse(printed) == address)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.", "+1.2.3.4", ":", ":::", "1:::2",
    "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "::g", "::1%eth0", "1.2.3.4::",
    "1:2:3:4:5:6:7:8::", ":1:2:3:4:5:6:7:8", "::+1", "::-1",
  ])
  func textsThatAreNoAddress(text: String) {
    #expect(throws: ValueError.self) { try IPAddress.parse(text) }
  }

  @Test(arguments: ["10.0.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/08", "/8", "a/8"])
  func textsThatAreNoBlock(text: String) {
    #expect(throws: ValueError.self) { try Cidr.parse(text) }
  }

  @Test func hostBitsAreAnErrorThatNamesTheNetwork() throws {
    let network = try Cidr.parse("10.1.0.0/16")
    #expect(throws: ValueError.hostBits(text: "10.1.2.3/16", network: network)) {
      try Cidr.parse("10.1.2.3/16")
    }
    #expect(try Cidr.parse("10.1.2.3/16", allowingHostBits: true) == network)
    #expect(
      ValueError.hostBits(text: "10.1.2.3/16", network: network).message
        == "`10.1.2.3/16` has bits set beyond its prefix; the network is `10.1.0.0/16`")
  }

  @Test(arguments: [
    ("0.0.0.0/0", true), ("::/0", true), ("0.0.0.0/1, 128.0.0.0/1", true), ("0.0.0.0/1", false),
    ("::/1, 8000::/1", true), ("0.0.0.0/1, 128.0.0.0/2, 192.0.0.0/2", true),
    ("0.0.0.0/1, 8000::/1", false), ("10.0.0.0/8", false),
  ])
  func theWorldIsAllOfOneFamily(text: String, isWorld: Bool) throws {
    #expect(try CidrSet.parse(text).isWorld == isWorld)
  }

  @Test func setsPrintTheFewestBlocks() throws {
    #expect(try CidrSet.parse("10.0.0.0/9,10.128.0.0/9").description == "10.0.0.0/8")
    let rest = try CidrSet.parse("0.0.0.0/0").subtracting(CidrSet.parse("0.0.0.0/32"))
    #expect(rest.cidrs.count == 32)
    #expect(CidrSet(rest.cidrs) == rest)
    #expect(!rest.isWorld)
    #expect(CidrSet.everything.description == "the world")
    #expect(CidrSet.empty.description == "no address")
    let most = try CidrSet.parse("::/0").subtracting(CidrSet.parse("::/128"))
    #expect(most.cidrs.count == 128)
    #expect(CidrSet(most.cidrs) == most)
  }

  /// Sets over one /28 against bits, one per address.
  @Test func setsAgreeWithBits() throws {
    var random = SeededRandom(seed: 2)
    let base = try IPAddress.parse("255.255.255.240")
    func randomSet() -> (set: CidrSet, bits: UInt16) {
      var cidrs: [Cidr] = []
      var bits: UInt16 = 0
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let address = IPAddress(
          family: .version4, bits: base.bits + UInt128(Int.random(in: 0..<16, using: &random)))
        let cidr = Cidr(containing: address, prefix: Int.random(in: 28...32, using: &random))
        cidrs.append(cidr)
        for index in 0..<16
        where cidr.contains(IPAddress(family: .version4, bits: base.bits + UInt128(index))) {
          bits |= 1 << UInt16(index)
        }
      }
      return (CidrSet(cidrs), bits)
    }
    func bits(_ set: CidrSet) -> UInt16 {
      (0..<16).reduce(0) {
        let address = IPAddress(family: .version4, bits: base.bits + UInt128($1))
        return set.contains(address) ? $0 | 1 << UInt16($1) : $0
      }
    }
    for _ in 0..<500 {
      let (left, right) = (randomSet(), randomSet())
      #expect(bits(left.set) == left.bits)
      #expect(bits(left.set.union(right.set)) == left.bits | right.bits)
      #expect(bits(left.set.intersection(right.set)) == left.bits & right.bits)
      #expect(bits(left.set.subtracting(right.set)) == left.bits & ~right.bits)
      #expect(left.set.isSuperset(of: right.set) == (right.bits & ~left.bits == 0))
      #expect((left.set == right.set) == (left.bits == right.bits))
      #expect(CidrSet(left.set.cidrs) == left.set)
      #expect(left.set.isEmpty == (left.bits == 0))
    }
  }

  @Test(arguments: [
    "10.0.0.0/8", "0.0.0.0/0", "255.255.255.255/32", "192.168.1.128/25", "::/0", "10.0.0.0/08",
    "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/99", "010.0.0.0/8", "1.2.3.4", "1.2.3/8", "1.2.3.4.5/8",
    "256.0.0.0/8", "1.2.3.4/", "1.2.3.4/+8", "1..3.4/8", ".1.2.3/8", "1.2.3.4/8 ", "", "/", "::/1",
    "2001:db8::/32", "1.2.3.4/320", "1000.2.3.4/8", "128.0.0.0/1", "0.0.0.0/00", "a.b.c.d/8",
    "1.2.3.4/3a", "00.0.0.0/0", "::0/0",
  ])
  func whatIsReadQuicklyIsReadAlike(_ text: String) {
    let slow = try? Cidr.parse(text)
    #expect(quickBits(text) == (slow?.network.family == .version4 ? slow?.bits : nil))
    // A set may have spaces around its blocks.
    let block = String(text.reversed().drop { $0 == " " }.reversed())
    #expect((try? CidrSet.parse(text)) == (try? Cidr.parse(block)).map { CidrSet([$0]) })
  }

  @Test func anyFourNumbersAndAPrefixAreReadAlike() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<5000 {
      // Blocks have zeros at their ends.
      let parts = (0..<4).map { index in
        "\(Bool.random(using: &random) && index > 0 ? 0 : Int.random(in: 0...270, using: &random))"
      }
      let text = parts.joined(separator: ".") + "/\(Int.random(in: 0...34, using: &random))"
      let slow = try? Cidr.parse(text)
      #expect(quickBits(text) == slow?.bits, "\(text)")
      #expect((try? CidrSet.parse(text)) == slow.map { CidrSet([$0]) }, "\(text)")
    }
  }

  private func quickBits(_ text: String) -> ClosedRange<UInt128>? {
    Cidr.version4Ends(of: Array(text.utf8).span).map { UInt128($0.lower)...UInt128($0.upper) }
  }
}
