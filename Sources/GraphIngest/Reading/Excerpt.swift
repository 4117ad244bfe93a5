internal import SourceText
internal import StructuredText

/// What of a source is kept to show a mistake in it.
enum Excerpt {
  /// The most bytes that are kept.
  private static let largest = 1 << 16

  /// Returns the error of `kind` at `offsets` of `bytes`, in the lines at `lines`, the first of which
  /// is the 1-based line `line`.
  static func error(
    _ kind: GraphError.Kind, _ bytes: UnsafeBufferPointer<UInt8>, lines: Range<Int>, line: Int,
    at offsets: Range<Int>
  ) -> GraphError {
    let upper = min(lines.upperBound, lines.lowerBound + largest)
    let excerpt = unsafe Array(bytes[lines.lowerBound..<max(lines.lowerBound, upper)])
    func inside(_ offset: Int) -> Int { min(max(0, offset - lines.lowerBound), excerpt.count) }
    let range = inside(offsets.lowerBound)..<inside(offsets.upperBound)
    return GraphError(shown(kind, range), excerpt: excerpt, line: line, offsets: range)
  }

  /// Returns what is wrong with a resource.
  static func kind(of fault: RecordFault) -> GraphError.Kind {
    switch fault.kind {
    case .shape(let expected): return .wrongShape(expected: expected)
    case .member(let name):
      let names = RecordMember.allCases.map(\.rawValue)
      return .unknownMember(name, nearest: Spelling.nearest(to: name, in: names))
    }
  }

  /// Returns `kind` with its places in the excerpt.
  private static func shown(_ kind: GraphError.Kind, _ range: Range<Int>) -> GraphError.Kind {
    guard case .notJSON(let error) = kind else { return kind }
    let place = SourceRange(
      file: error.range.file, lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound))
    if case .duplicateKey(let key, let first) = error.kind {
      // The first one is on the same line, as far before the second as it was.
      let distance = Int(error.range.lower) - Int(first.lower)
      let lower = UInt32(max(0, range.lowerBound - distance))
      let shifted = SourceRange(
        file: first.file, lower: lower, upper: lower + UInt32(first.count))
      return .notJSON(JSONError(.duplicateKey(key, first: shifted), at: place))
    }
    return .notJSON(JSONError(error.kind, at: place))
  }
}
