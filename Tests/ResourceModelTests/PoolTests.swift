import DomainValues
import ResourceModel
import Testing

/// Texts and values have one number each, however many there are and whichever pool they come from.
@Suite struct PoolTests {
  private static let texts =
    (0..<5000).map { "text \($0 % 1250) of \($0 % 2)" } + ["", "é", "e\u{301}"]

  @Test func aTextHasItsNumberForGood() {
    var pool = StringPool()
    let numbers = Self.texts.map { pool.demand($0) }
    #expect(Self.texts.map { pool.demand($0) } == numbers)
    #expect(numbers.map { Array(pool[$0].utf8) } == Self.texts.map { Array($0.utf8) })
    #expect(pool.count == Set(Self.texts.map { Array($0.utf8) }).count)
    #expect(Self.texts.allSatisfy { pool.number(of: $0) != nil } && pool.number(of: "no") == nil)
  }

  @Test func textsOfAnotherPoolAreFoundOrAdded() {
    var (pool, other) = (StringPool(), StringPool())
    for text in Self.texts.prefix(700) { _ = pool.demand(text) }
    for text in Self.texts.reversed() { _ = other.demand(text) }
    let numbers = pool.demand(allOf: other)
    #expect(numbers.count == other.count && pool.count == other.count)
    for (there, here) in numbers.enumerated() {
      #expect(Array(pool[here].utf8) == Array(other[UInt32(there)].utf8))
    }
  }

  /// Sets of addresses and other values.
  private static func value(_ index: Int) throws -> Value {
    if index % 3 == 0 { return .version(try Version.parse("1.\(index % 600)")) }
    let set = try CidrSet.parse("10.\(index % 200).\(index / 200).0/24")
    return .cidrSet(set, missing: [])
  }

  @Test func valuesOfAnotherPoolAreFoundOrAdded() throws {
    var (pool, other) = (ValuePool(), ValuePool())
    let values = try (0..<3000).map { try Self.value($0) }
    for value in values.prefix(500) { _ = pool.demand(value) }
    for value in values.reversed() { _ = other.demand(value) }
    let numbers = pool.demand(allOf: other, texts: [], rawValuesFrom: 0)
    #expect(Set(numbers).count == other.count && pool.count == other.count)
    let strings = StringPool()
    for (there, here) in numbers.enumerated() {
      #expect(
        pool.value(here, strings: strings) == other.value(UInt32(there), strings: strings))
    }
    for value in values { #expect(pool.number(of: value) == pool.demand(value)) }
    #expect(pool.count == other.count)
  }
}
