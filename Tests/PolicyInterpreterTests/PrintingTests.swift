import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import TestSupport
import Testing

/// How values are printed that no page of the reference can show.
@Suite struct PrintingTests {
  private static let missing = [Sketch.cause]

  private func text(_ value: Value) throws -> String {
    ValueText.describe(value, schema: Sketch().program.schema)
  }

  @Test func whatMayBeMoreEndsInDots() throws {
    #expect(try text(.ints([1], missing: Self.missing)) == "1, …")
    #expect(try text(.ints([], missing: Self.missing)) == "…")
    #expect(try text(.intSet([], missing: Self.missing)) == "…")
    #expect(try text(.map([], missing: Self.missing)) == "…")
    #expect(try text(.portSet(.none, missing: Self.missing)) == "…")
    #expect(try text(.cidrSet(.empty, missing: Self.missing)) == "…")
    let block = try CidrSet.parse("10.0.0.0/8")
    #expect(try text(.cidrSet(block, missing: Self.missing)) == "10.0.0.0/8, …")
    let nested = Value.list(Collection([.of(.ints([], missing: Self.missing))]))
    #expect(try text(nested) == "[…]")
  }

  @Test func whatIsEmptySaysSo() throws {
    #expect(try text(.ints([])) == "none")
    #expect(try text(.map([], missing: [])) == "none")
    #expect(try text(.portSet(.none, missing: [])) == "no port")
    #expect(try text(.portSet(.all, missing: [])) == "every port")
    #expect(try text(.cidrSet(.empty, missing: [])) == "no address")
    #expect(try text(.list(Collection([.of(.string("none"))]))) == "none")
  }

  @Test func aPartThatIsUnknownSaysWhy() throws {
    let list = Value.list(Collection([.of(.int(1)), Sketch.unknown]))
    #expect(try text(list) == "1, unknown (known only after apply: test)")
  }

  @Test(
    arguments: [
      (0, "0s"), (7_776_000_000, "90d"), (129_600_001, "1d 12h"), (-3_600_000, "-1h"),
      (1500, "1s 500ms"),
    ] as [(Int64, String)])
  func aDurationHasItsTwoLargestUnits(_ milliseconds: Int64, _ expected: String) throws {
    #expect(try text(.duration(PolicyDuration(milliseconds: milliseconds))) == expected)
  }

  @Test(
    arguments: [
      (0, "0B"), (1024, "1KiB"), (1000, "1KB"), (1_099_511_627_776, "1TiB"), (1025, "1025B"),
      (-1024, "-1KiB"),
    ] as [(Int64, String)])
  func aSizeHasTheUnitThatDividesIt(_ bytes: Int64, _ expected: String) throws {
    #expect(try text(.bytes(ByteCount(bytes: bytes))) == expected)
  }
}
