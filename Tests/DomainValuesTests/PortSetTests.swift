import DomainValues
import TestSupport
import Testing

struct PortSetTests {
  @Test(arguments: [
    ("22", "22"), ("80..443,22", "22, 80..443"), ("1..3,2..5,6", "1..6"), ("{}", "{}"),
    ("0..65535", "0..65535"), ("65535,0", "0, 65535"),
  ])
  func setsReadAndPrint(text: String, printed: String) throws {
    let set = try PortSet.parse(text)
    #expect(set.description == printed)
    #expect(try PortSet.parse(printed) == set)
  }

  @Test(arguments: ["", "65536", "443..80", "22,", "a", "22;23", "-1", "1...2"])
  func textsThatAreNoPorts(text: String) {
    #expect(throws: ValueError.self) { try PortSet.parse(text) }
  }

  @Test func rangesOutsideThePortsAreNone() {
    #expect(PortSet(from: -1, through: -1) == nil)
    #expect(PortSet(from: 0, through: 65_536) == nil)
    #expect(PortSet(from: 2, through: 1) == nil)
    #expect(PortSet(from: 0, through: 65_535) == .all)
    #expect(!PortSet.all.contains(-1))
    #expect(!PortSet.all.contains(65_536))
  }

  @Test func setsAgreeWithBits() {
    var random = SeededRandom(seed: 3)
    func randomSet() -> (set: PortSet, bits: UInt16) {
      var set = PortSet.none
      var bits: UInt16 = 0
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let lower = Int.random(in: 0..<16, using: &random)
        let upper = Int.random(in: lower..<16, using: &random)
        guard let part = PortSet(from: Int64(65_520 + lower), through: Int64(65_520 + upper)) else {
          continue
        }
        set = set.union(part)
        for index in lower...upper { bits |= 1 << UInt16(index) }
      }
      return (set, bits)
    }
    func bits(_ set: PortSet) -> UInt16 {
      (0..<16).reduce(0) { set.contains(Int64(65_520 + $1)) ? $0 | 1 << UInt16($1) : $0 }
    }
    for _ in 0..<500 {
      let (left, right) = (randomSet(), randomSet())
      #expect(bits(left.set.union(right.set)) == left.bits | right.bits)
      #expect(bits(left.set.intersection(right.set)) == left.bits & right.bits)
      #expect(bits(left.set.subtracting(right.set)) == left.bits & ~right.bits)
      #expect(left.set.isSuperset(of: right.set) == (right.bits & ~left.bits == 0))
    }
  }
}
