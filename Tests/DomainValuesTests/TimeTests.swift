import DomainValues
import TestSupport
import Testing

struct TimeTests {
  @Test(arguments: [
    ("90d", 90 * 86_400_000, "90d"), ("2w", 1_209_600_000, "14d"), ("500ms", 500, "500ms"),
    ("1d12h", 129_600_000, "1d 12h"), ("91d 4h", 7_876_800_000, "91d 4h"), ("0s", 0, "0s"),
    ("-3d", -259_200_000, "-3d"), ("1h1m1s1ms", 3_661_001, "1h 1m 1s 1ms"),
  ])
  func durationsReadAndPrint(text: String, milliseconds: Int, printed: String) throws {
    let duration = try PolicyDuration.parse(text)
    #expect(duration.milliseconds == Int64(milliseconds))
    #expect(duration.description == printed)
    #expect(try PolicyDuration.parse(printed) == duration)
  }

  @Test(arguments: [
    "", "d", "90", "90 d", "90x", "12h1d", "1d1d", "99999999999999999999d", "9223372036854775807w",
    "1d ", " 1d", "1.5h", "٣d",
  ])
  func textsThatAreNoDuration(text: String) {
    #expect(throws: ValueError.self) { try PolicyDuration.parse(text) }
  }

  @Test func summaryKeepsTwoUnits() throws {
    #expect(try PolicyDuration.parse("91d4h3m2s").summary == "91d 4h")
  }

  @Test func durationArithmeticNeverTraps() {
    let greatest = PolicyDuration(milliseconds: .max)
    #expect(greatest.adding(PolicyDuration(milliseconds: 1)) == nil)
    #expect(greatest.multiplied(by: 2) == nil)
    #expect(PolicyDuration(milliseconds: .min).subtracting(greatest) == nil)
    #expect(PolicyDuration(milliseconds: .min).description.hasPrefix("-106751991167d"))
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-01-01", 1_767_225_600_000),
    ("2026-01-01T02:30:00+02:30", 1_767_225_600_000),
    ("2025-12-31T16:00:00-08:00", 1_767_225_600_000), ("2000-02-29T12:00:00Z", 951_825_600_000),
    ("1969-12-31T23:59:59.999Z", -1), ("1970-01-01t00:00:00.0019z", 1),
    ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("0000-01-01T00:00:00Z", -62_167_219_200_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ])
  func timestampsRead(text: String, milliseconds: Int) throws {
    #expect(try Timestamp.parse(text).milliseconds == Int64(milliseconds))
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31",
    "2026-01-01T", "2026-01-01T00:00:00", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+24:00",
    "2026-01-01T00:00:00Zx", "0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
    "2026-01-01Z", "+2026-01-01",
  ])
  func textsThatAreNoTimestamp(text: String) {
    #expect(throws: ValueError.self) { try Timestamp.parse(text) }
  }

  @Test func timestampsRoundTrip() throws {
    var random = SeededRandom(seed: 1)
    for _ in 0..<2000 {
      let milliseconds = Int64.random(in: Timestamp.range, using: &random)
      let timestamp = try #require(Timestamp(milliseconds: milliseconds))
      #expect(try Timestamp.parse(timestamp.description) == timestamp)
    }
  }

  @Test func timestampArithmeticStaysInRange() throws {
    let start = try Timestamp.parse("2026-01-01T00:00:00Z")
    let later = try #require(start.adding(PolicyDuration.parse("90d")))
    #expect(later.description == "2026-04-01T00:00:00Z")
    #expect(later.since(start) == (try PolicyDuration.parse("90d")))
    #expect(later.subtracting(try PolicyDuration.parse("90d")) == start)
    #expect(start.adding(PolicyDuration(milliseconds: .max)) == nil)
    #expect(start.subtracting(PolicyDuration(milliseconds: .min)) == nil)
  }
}
