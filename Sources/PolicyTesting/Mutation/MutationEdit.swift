package import SourceText

/// How a mutant would be written.
package enum MutationEdit: Hashable, Sendable {
  /// The text of the range is another.
  case replace(SourceRange, with: String)
  /// The first `original` in the range is another text.
  case swap(String, with: String, within: SourceRange)
  /// The first `original` after the range, on its line, is another text.
  case swapAfter(String, with: String, after: SourceRange)
  /// Only a part of the range is left.
  case keep(SourceRange, of: SourceRange)
  /// The condition in the range is negated.
  case negate(SourceRange)

  /// What the edit is about.
  package var range: SourceRange {
    switch self {
    case .replace(let range, _), .swap(_, _, let range), .swapAfter(_, _, let range),
      .keep(_, let range), .negate(let range):
      range
    }
  }

  /// Returns the edit of the text, or `nil` when the text does not show what is changed.
  package func textEdit(in sources: SourceMap) -> TextEdit? {
    switch self {
    case .replace(let range, let replacement):
      return TextEdit(range: range, replacement: replacement)
    case .swap(let original, let replacement, let range):
      return MutationEdit.swap(original, replacement, range, sources)
    case .swapAfter(let original, let replacement, let range):
      let lines = sources[range.file].lines
      let end = lines.offsets(of: lines.line(containing: range.upper)).upperBound
      guard let end = UInt32(exactly: end), end >= range.upper else { return nil }
      let rest = SourceRange(file: range.file, lower: range.upper, upper: end)
      return MutationEdit.swap(original, replacement, rest, sources)
    case .keep(let part, let whole):
      return TextEdit(range: whole, replacement: sources.text(in: part))
    case .negate(let range):
      return TextEdit(range: range, replacement: "not (\(sources.text(in: range)))")
    }
  }

  private static func swap(
    _ original: String, _ replacement: String, _ range: SourceRange, _ sources: SourceMap
  ) -> TextEdit? {
    let text = Array(sources.text(in: range).utf8)
    let wanted = Array(original.utf8)
    guard !wanted.isEmpty, text.count >= wanted.count,
      let start = (0...(text.count - wanted.count)).first(where: {
        text[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }), let lower = UInt32(exactly: start), let count = UInt32(exactly: wanted.count)
    else { return nil }
    let place = SourceRange(
      file: range.file, lower: range.lower + lower, upper: range.lower + lower + count)
    return TextEdit(range: place, replacement: replacement)
  }
}
