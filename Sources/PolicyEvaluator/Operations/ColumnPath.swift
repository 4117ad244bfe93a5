internal import ResourceModel

/// Where a column is in a graph: the attribute of a type, and the way down into its children.
struct ColumnPath: Hashable, Sendable {
  /// The type of the table.
  let type: ResourceTypeID

  /// The 0-based index of the attribute.
  let attribute: Int

  /// The 0-based indices of the children to go through.
  var children: [Int] = []

  /// Returns the path of the child at the 0-based index.
  func child(_ index: Int) -> ColumnPath {
    ColumnPath(type: type, attribute: attribute, children: children + [index])
  }

  /// Returns the column.
  func column(in graph: ResourceGraph) -> Column {
    var column = graph.tables[type.index].columns[attribute]
    for index in children { column = column.children[index] }
    return column
  }
}
