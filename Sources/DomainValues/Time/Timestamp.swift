/// An instant in UTC, to the millisecond, in the years 0 to 9999.
package struct Timestamp: Hashable, Sendable {
  /// The milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  /// The milliseconds of a timestamp, from the start of the year 0 to the end of the year 9999.
  package static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// Creates the instant `milliseconds` after 1970-01-01T00:00:00Z, or returns `nil` if that is
  /// not in `range`.
  package init?(milliseconds: Int64) {
    guard Timestamp.range.contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  /// Returns the instant that `text` writes by RFC 3339, like `2026-01-01T00:00:00Z`, or the start
  /// of the day that it writes, like `2026-01-01`.
  ///
  /// Digits below the millisecond are dropped. A leap second is the first of the next day.
  package static func parse(_ text: String) throws(ValueError) -> Timestamp {
    var scanner = ByteScanner(text)
    guard let days = parseDays(&scanner) else { throw .malformed(.timestamp, text: text) }
    var milliseconds = days * 86_400_000
    if !scanner.isAtEnd {
      guard let time = parseTime(&scanner), let offset = parseOffset(&scanner), scanner.isAtEnd
      else { throw .malformed(.timestamp, text: text) }
      milliseconds += time.milliseconds - offset
      if time.isLeapSecond, milliseconds % 86_400_000 >= 1000 || milliseconds % 86_400_000 < 0 {
        throw .malformed(.timestamp, text: text)
      }
    }
    guard let timestamp = Timestamp(milliseconds: milliseconds) else {
      throw .outOfRange(.timestamp, text: text)
    }
    return timestamp
  }

  /// Returns how long after `other` this instant is; negative if it is before.
  package func since(_ other: Timestamp) -> PolicyDuration {
    // Both lie in `range`, so the difference is far from overflowing.
    PolicyDuration(milliseconds: milliseconds - other.milliseconds)
  }

  /// Returns the instant `duration` later, or `nil` when that is out of range.
  package func adding(_ duration: PolicyDuration) -> Timestamp? {
    let (sum, isOutOfRange) = milliseconds.addingReportingOverflow(duration.milliseconds)
    return isOutOfRange ? nil : Timestamp(milliseconds: sum)
  }

  /// Returns the instant `duration` earlier, or `nil` when that is out of range.
  package func subtracting(_ duration: PolicyDuration) -> Timestamp? {
    let (rest, isOutOfRange) = milliseconds.subtractingReportingOverflow(duration.milliseconds)
    return isOutOfRange ? nil : Timestamp(milliseconds: rest)
  }

  /// Reads `2026-01-01` and returns the days since 1970-01-01.
  private static func parseDays(_ scanner: inout ByteScanner) -> Int64? {
    guard let year = scanner.takeDigits(exactly: 4), scanner.skip(UInt8(ascii: "-")),
      let month = scanner.takeDigits(exactly: 2), scanner.skip(UInt8(ascii: "-")),
      let day = scanner.takeDigits(exactly: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)?.daysSinceEpoch
  }

  /// Reads `T00:00:00.000` and returns the milliseconds since midnight.
  private static func parseTime(
    _ scanner: inout ByteScanner
  ) -> (milliseconds: Int64, isLeapSecond: Bool)? {
    guard
      scanner.skip(UInt8(ascii: "T")) || scanner.skip(UInt8(ascii: "t"))
        || scanner.skip(UInt8(ascii: " ")),
      let hour = scanner.takeDigits(exactly: 2), hour < 24, scanner.skip(UInt8(ascii: ":")),
      let minute = scanner.takeDigits(exactly: 2), minute < 60, scanner.skip(UInt8(ascii: ":")),
      let second = scanner.takeDigits(exactly: 2), second <= 60
    else { return nil }
    var fraction: Int64 = 0
    if scanner.skip(UInt8(ascii: ".")) {
      let digits = scanner.take(while: ASCII.isDigit)
      guard !digits.isEmpty else { return nil }
      var weight: Int64 = 100
      for digit in digits.prefix(3) {
        fraction += Int64(digit - ASCII.zero) * weight
        weight /= 10
      }
    }
    return (((hour * 60 + minute) * 60 + second) * 1000 + fraction, second == 60)
  }

  /// Reads `Z` or `+02:00` and returns the milliseconds that the clock is ahead of UTC.
  private static func parseOffset(_ scanner: inout ByteScanner) -> Int64? {
    if scanner.skip(UInt8(ascii: "Z")) || scanner.skip(UInt8(ascii: "z")) { return 0 }
    let isAhead = scanner.skip(UInt8(ascii: "+"))
    guard isAhead || scanner.skip(UInt8(ascii: "-")),
      let hour = scanner.takeDigits(exactly: 2), hour < 24, scanner.skip(UInt8(ascii: ":")),
      let minute = scanner.takeDigits(exactly: 2), minute < 60
    else { return nil }
    let offset = (hour * 60 + minute) * 60_000
    return isAhead ? offset : -offset
  }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Timestamp: CustomStringConvertible {
  package var description: String {
    let day = milliseconds.flooredDays
    let date = CivilDate(daysSinceEpoch: day)
    let time = milliseconds - day * 86_400_000
    let (seconds, fraction) = (time / 1000, time % 1000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
    let text =
      "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))"
      + "T\(clock.joined(separator: ":"))"
    return fraction == 0 ? text + "Z" : "\(text).\(padded(fraction, to: 3))Z"
  }

  /// Returns `number` with zeros before it, to make `width` digits.
  private func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension Int64 {
  /// The whole days in `self` milliseconds, rounded down.
  fileprivate var flooredDays: Int64 {
    let day: Int64 = 86_400_000
    return self >= 0 ? self / day : (self + 1) / day - 1
  }
}
