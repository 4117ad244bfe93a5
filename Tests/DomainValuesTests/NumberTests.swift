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
    for text in ["", "1.", ".1", "1..2", "v1", "1.2-rc", "1.2.3.4.5.6.7.8.9"] {
      #expect(throws: ValueError.self) { try Version.parse(text) }
    }
  }
}
