/// A size in bytes; the `Bytes` of the rule language.
package struct ByteCount: Hashable, Sendable {
  /// The number of bytes.
  package let bytes: Int64

  /// Creates the size of `bytes`.
  package init(bytes: Int64) {
    self.bytes = bytes
  }

  /// The units of the literal, largest first; of two that divide a size, the first is printed.
  private static let units: [(name: String, size: Int64)] = [
    ("TiB", 1 << 40), ("TB", 1_000_000_000_000), ("GiB", 1 << 30), ("GB", 1_000_000_000),
    ("MiB", 1 << 20), ("MB", 1_000_000), ("KiB", 1 << 10), ("KB", 1000), ("B", 1),
  ]

  /// Returns the size that `text` writes: a number with one of the units
  /// `TiB TB GiB GB MiB MB KiB KB B`.
  package static func parse(_ text: String) throws(ValueError) -> ByteCount {
    var scanner = ByteScanner(text)
    let isNegative = scanner.skip(UInt8(ascii: "-"))
    let digits = scanner.take(while: ASCII.isDigit)
    let unit = String(decoding: scanner.take(while: ASCII.isLetter), as: UTF8.self)
    guard !digits.isEmpty, !unit.isEmpty, scanner.isAtEnd else {
      throw .malformed(.byteCount, text: text)
    }
    guard let size = units.first(where: { $0.name == unit })?.size else {
      throw .unknownUnit(.byteCount, unit: unit, known: units.map(\.name))
    }
    guard let count = ASCII.decimal(digits) else { throw .outOfRange(.byteCount, text: text) }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: size)
    guard !isTooLarge else { throw .outOfRange(.byteCount, text: text) }
    return ByteCount(bytes: isNegative ? -bytes : bytes)
  }

  /// Returns the sum, or `nil` when it is out of range.
  package func adding(_ other: ByteCount) -> ByteCount? {
    let (sum, isOutOfRange) = bytes.addingReportingOverflow(other.bytes)
    return isOutOfRange ? nil : ByteCount(bytes: sum)
  }

  /// Returns the difference, or `nil` when it is out of range.
  package func subtracting(_ other: ByteCount) -> ByteCount? {
    let (rest, isOutOfRange) = bytes.subtractingReportingOverflow(other.bytes)
    return isOutOfRange ? nil : ByteCount(bytes: rest)
  }

  /// Returns `self`, `factor` times, or `nil` when it is out of range.
  package func multiplied(by factor: Int64) -> ByteCount? {
    let (product, isOutOfRange) = bytes.multipliedReportingOverflow(by: factor)
    return isOutOfRange ? nil : ByteCount(bytes: product)
  }
}

extension ByteCount: Comparable {
  package static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }
}

extension ByteCount: CustomStringConvertible {
  package var description: String {
    for (name, size) in ByteCount.units where bytes != 0 && bytes % size == 0 {
      return "\(bytes / size)\(name)"
    }
    return "0B"
  }
}
