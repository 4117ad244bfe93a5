/// A half-open range of UTF-8 offsets in one source file.
package struct SourceRange: Hashable, Sendable {
  /// The file the range lies in.
  package let file: FileID

  /// The 0-based UTF-8 offset of the first byte.
  package let lower: UInt32

  /// The 0-based UTF-8 offset past the last byte.
  package let upper: UInt32

  /// Creates the range from `lower` up to, not including, `upper`.
  @inlinable @inline(__always) package init(file: FileID, lower: UInt32, upper: UInt32) {
    precondition(lower <= upper, "a source range must not end before it starts")
    self.file = file
    self.lower = lower
    self.upper = upper
  }

  /// The number of bytes covered.
  package var count: Int { Int(upper - lower) }

  /// The empty range at the start of `self`.
  package var start: SourceRange { SourceRange(file: file, lower: lower, upper: lower) }

  /// The empty range at the end of `self`.
  package var end: SourceRange { SourceRange(file: file, lower: upper, upper: upper) }

  /// Returns the smallest range that covers `self` and `other`.
  ///
  /// - Precondition: both lie in the same file.
  package func union(_ other: SourceRange) -> SourceRange {
    precondition(file == other.file, "ranges of different files have no union")
    return SourceRange(
      file: file, lower: Swift.min(lower, other.lower), upper: Swift.max(upper, other.upper))
  }

  /// Returns `true` iff every byte of `other` is in `self`.
  package func contains(_ other: SourceRange) -> Bool {
    file == other.file && lower <= other.lower && other.upper <= upper
  }
}

extension SourceRange: Comparable {
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.file, left.lower, left.upper) < (right.file, right.lower, right.upper)
  }
}
