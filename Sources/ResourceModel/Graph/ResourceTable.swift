/// The nodes of one type: a row each, a column for each attribute.
struct ResourceTable: Sendable {
  /// The columns, by attribute.
  var columns: [Column]

  /// Where the nodes came from, by row.
  var provenance: [Provenance] = []

  /// Why there may be more nodes of the type; empty when there are not.
  var missing: [Cause] = []

  /// Creates an empty table for nodes of the type `id`.
  init(_ id: ResourceTypeID, in schema: Schema) {
    columns = schema[id].attributes.map { Column($0.type, in: schema) }
  }
}
