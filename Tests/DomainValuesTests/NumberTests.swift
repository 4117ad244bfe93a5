import DomainValues
import Testing

struct NumberTests {
  @Test(arguments: [
    ("1KiB", 1024, "1KiB"), ("1000B", 1000, "1KB"), ("1GB", 1_000_000_000, "1GB"),
    ("1024MiB", 1 << 30, "1GiB"), ("0TiB", 0, "0B"), ("7B", 7, "7B"), ("-2MB", -2_000_000, "-2MB"),
  ])
  func sizesReadAndPrint(text: String, bytes: Int, printed: String) throws {
    let size = try ByteCount.parse(text)
    #expect(size.bytes == Int64(bytes))
    #expect(size.description == printed)
    #expect(try ByteCount.parse(printed) == size)
  }

  @Test(arguments: ["", "1", "KiB", "1kb", "1 KiB", "1KiBx", "9223372036854775807KiB", "1.5GiB"])
  func textsThatAreNoSize(text: String) {
    #expect(throws: ValueError.self) { try ByteCount.parse(text) }
  }

  @Test func versionsCompareNumberByNumber() throws {
    #expect(try Version.parse("1.9") < Version.parse("1.10"))
    #expect(try Version.parse("1.0") == Version.parse("1"))
    #expect(try Version.parse("3.0.0").description == "3.0.0")
    for text in [
      "", "1.", ".1", "1..2", "v1", "1.2-", "1.2-a..b", "1.2+", "1.2-ä", "1.2.3.4.5.6.7.8.9",
    ] {
      #expect(throws: ValueError.self) { try Version.parse(text) }
    }
  }

  @Test func whatComesBeforeAReleaseIsOrderedAsInSemanticVersioning() throws {
    let ascending = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
      "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1-0",
    ]
    for (earlier, later) in zip(ascending, ascending.dropFirst()) {
      #expect(try Version.parse(earlier) < Version.parse(later), "\(earlier) < \(later)")
      #expect(try !(Version.parse(later) < Version.parse(earlier)))
    }
    #expect(try Version.parse("1.0+a") == Version.parse("1.0.0+b"))
    #expect(try Version.parse("1.0-a+b.c").description == "1.0-a+b.c")
    #expect(try Version.parse("1.0-a") != Version.parse("1.0"))
  }
}
