/// Where a resource starts: a line and a column in one number.
package enum Place {
  /// Returns the place of a 1-based line and a 1-based column, which is cut off where it is too far.
  package static func make(line: Int, column: Int) -> UInt64 {
    UInt64(line) << 32 | UInt64(min(column, Int(UInt32.max)))
  }

  /// The number of a place that nothing is at.
  package static let nowhere = UInt64.max

  /// Returns the 1-based line of the place.
  package static func line(of place: UInt64) -> Int { Int(place >> 32) }

  /// Returns the 1-based column of the place.
  package static func column(of place: UInt64) -> Int { Int(place & 0xFFFF_FFFF) }
}
