/// A place in a file, as people read it.
package struct SourceLocation: Hashable, Sendable {
  /// The file's name.
  package let file: String

  /// The 1-based line.
  package let line: Int

  /// The 1-based column, counted in Unicode scalars.
  package let column: Int

  /// Creates the location at `line` and `column` of `file`.
  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String { "\(file):\(line):\(column)" }
}
