internal import SourceText

/// A range in the terms of SARIF: lines and columns from 1, the end after the last column.
struct SARIFRegion: Hashable {
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int

  /// Creates the region that `range` is in `file`, with columns in UTF-16 code units.
  init(_ range: SourceRange, in file: SourceFile) {
    (startLine, startColumn) = SARIFRegion.place(Int(range.lower), in: file)
    (endLine, endColumn) = SARIFRegion.place(Int(range.upper), in: file)
  }

  private static func place(_ offset: Int, in file: SourceFile) -> (line: Int, column: Int) {
    let line = file.lines.line(containing: UInt32(offset))
    let start = file.lines.offsets(of: line).lowerBound
    return (line, file.text(in: start..<offset).utf16.count + 1)
  }

  /// The members of a `region`.
  var json: JSONValue {
    .object([
      ("startLine", .integer(startLine)), ("startColumn", .integer(startColumn)),
      ("endLine", .integer(endLine)), ("endColumn", .integer(endColumn)),
    ])
  }
}
