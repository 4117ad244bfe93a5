internal import SourceText

/// What is wrong with a text, and where.
extension JSONScanner {
  /// Returns the error of `kind` at `offsets`, which are relative to the text.
  @inline(never)
  func error(_ kind: JSONError.Kind, _ offsets: Range<Int>) -> JSONError {
    JSONError(kind, at: sourceRange(offsets))
  }

  /// Returns the error for what stands at `position` when it should be `expectation`.
  @inline(never)
  func unexpected(_ expectation: JSONError.Expectation) -> JSONError {
    guard position < limit else { return error(.unexpectedEnd(expectation), limit..<limit) }
    guard let length = lengthOfScalar(at: position) else {
      return error(.invalidUTF8, position..<position + 1)
    }
    return error(.unexpectedByte(peek(), expectation), position..<position + length)
  }

  /// Returns the number of bytes of the scalar at `index`, or `nil` when it is ill-formed.
  func lengthOfScalar(at index: Int) -> Int? {
    unsafe WellFormedUTF8.length(at: index, of: UnsafeBufferPointer(start: text, count: limit))
  }

  /// Returns the range in the file of `offsets`, which are relative to the text.
  func sourceRange(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(
      file: file,
      lower: baseOffset &+ UInt32(truncatingIfNeeded: offsets.lowerBound),
      upper: baseOffset &+ UInt32(truncatingIfNeeded: offsets.upperBound))
  }

  /// Returns the bytes in `offsets`.
  func bytes(_ offsets: Range<Int>) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: text + offsets.lowerBound, count: offsets.count))
  }
}
