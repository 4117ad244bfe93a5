/// A length of time in whole milliseconds; the `Duration` of the rule language.
///
/// It has its own name here because the standard library has a `Duration` too.
package struct PolicyDuration: Hashable, Sendable {
  /// The length in milliseconds; negative for a time that goes backwards.
  package let milliseconds: Int64

  /// No time at all.
  package static let zero = PolicyDuration(milliseconds: 0)

  /// Creates the duration of `milliseconds`.
  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The units of the literal, largest first, each with its length in milliseconds.
  private static let units: [(name: String, length: Int64)] = [
    ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
  ]

  /// Returns the duration that `text` writes: numbers with the units `w d h m s ms`, the largest
  /// first, like `90d` or `1d12h`; spaces may stand between the parts.
  package static func parse(_ text: String) throws(ValueError) -> PolicyDuration {
    var scanner = ByteScanner(text)
    let isNegative = scanner.skip(UInt8(ascii: "-"))
    var total: Int64 = 0
    var smallest = -1
    while true {
      let digits = scanner.take(while: ASCII.isDigit)
      guard !digits.isEmpty else { throw .malformed(.duration, text: text) }
      let unit = String(decoding: scanner.take(while: ASCII.isLetter), as: UTF8.self)
      guard !unit.isEmpty else { throw .malformed(.duration, text: text) }
      guard let index = units.firstIndex(where: { $0.name == unit }) else {
        throw .unknownUnit(.duration, unit: unit, known: units.map(\.name))
      }
      guard index > smallest else { throw .unorderedUnits(text: text) }
      smallest = index
      guard let count = ASCII.decimal(digits) else { throw .outOfRange(.duration, text: text) }
      let (part, isTooLarge) = count.multipliedReportingOverflow(by: units[index].length)
      let (sum, isStillTooLarge) = total.addingReportingOverflow(part)
      guard !isTooLarge, !isStillTooLarge else { throw .outOfRange(.duration, text: text) }
      total = sum
      if scanner.isAtEnd { break }
      _ = scanner.take(while: { $0 == 0x20 })
    }
    return PolicyDuration(milliseconds: isNegative ? -total : total)
  }

  /// Returns the sum, or `nil` when it is out of range.
  package func adding(_ other: PolicyDuration) -> PolicyDuration? {
    let (sum, isOutOfRange) = milliseconds.addingReportingOverflow(other.milliseconds)
    return isOutOfRange ? nil : PolicyDuration(milliseconds: sum)
  }

  /// Returns the difference, or `nil` when it is out of range.
  package func subtracting(_ other: PolicyDuration) -> PolicyDuration? {
    let (rest, isOutOfRange) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    return isOutOfRange ? nil : PolicyDuration(milliseconds: rest)
  }

  /// Returns `self`, `factor` times, or `nil` when it is out of range.
  package func multiplied(by factor: Int64) -> PolicyDuration? {
    let (product, isOutOfRange) = milliseconds.multipliedReportingOverflow(by: factor)
    return isOutOfRange ? nil : PolicyDuration(milliseconds: product)
  }

  /// The two largest units of the length, for messages in which the rest would be noise.
  package var summary: String { parts.prefix(2).joined(separator: " ") }

  /// The length in each unit from days down, without the units of which there are none.
  private var parts: [String] {
    // Weeks are left out: people say `90d`, not `12w 6d`.
    var rest = milliseconds.magnitude
    var parts: [String] = []
    for (name, length) in PolicyDuration.units.dropFirst() {
      let count = rest / UInt64(length)
      rest %= UInt64(length)
      if count > 0 { parts.append("\(count)\(name)") }
    }
    guard !parts.isEmpty else { return ["0s"] }
    if milliseconds < 0 { parts[0] = "-" + parts[0] }
    return parts
  }
}

extension PolicyDuration: Comparable {
  package static func < (left: PolicyDuration, right: PolicyDuration) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension PolicyDuration: CustomStringConvertible {
  package var description: String { parts.joined(separator: " ") }
}
