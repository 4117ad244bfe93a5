/// The files of one run, by identity.
package struct SourceMap: Sendable {
  /// The files, in the order they were added.
  package private(set) var files: [SourceFile] = []

  /// Creates an empty map.
  package init() {}

  /// Adds `file` and returns its identity.
  package mutating func insert(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(index: UInt32(files.count - 1))
  }

  /// The file with the identity `id`.
  package subscript(id: FileID) -> SourceFile { files[Int(id.index)] }

  /// Returns the text of `range`.
  package func text(in range: SourceRange) -> String {
    self[range.file].text(in: Int(range.lower)..<Int(range.upper))
  }

  /// Returns where `range` starts.
  ///
  /// - Complexity: O(log *n*) in the number of lines, and O(*m*) in the length of the line.
  package func location(of range: SourceRange) -> SourceLocation {
    let file = self[range.file]
    let line = file.lines.line(containing: range.lower)
    let start = file.lines.offsets(of: line).lowerBound
    // Continuation bytes of UTF-8 do not start a scalar.
    let column = file.bytes[start..<Int(range.lower)].count { $0 & 0xC0 != 0x80 } + 1
    return SourceLocation(file: file.name, line: line, column: column)
  }
}
