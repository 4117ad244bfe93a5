internal import ResourceModel

/// A column that an operation reads.
///
/// It is a class so that who holds the column does not hold each of its arrays for itself.
final class ReadColumn {
  /// The column.
  let column: Column

  /// What absent rows are read as, if the rows are those of the nodes that are judged; else `nil`.
  let substitute: Substitute?

  /// Creates the column.
  init(_ column: Column, substitute: Substitute?) {
    self.column = column
    self.substitute = substitute
  }
}
