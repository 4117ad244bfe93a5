package import ResourceModel

/// What rules read of a graph; the rest need not be in it.
package struct AttributeReads: Hashable, Sendable {
  /// The attributes that are read, by type.
  private var attributes: [[Bool]]

  /// Whether nodes of the type are judged or reached, by type.
  private var types: [Bool]

  /// The fields that are read, by structure.
  private var fields: [[Bool]]

  /// Creates reads of nothing in `schema`.
  init(schema: Schema) {
    attributes = schema.resources.map { $0.attributes.map { _ in false } }
    types = schema.resources.map { _ in false }
    fields = schema.structures.map { $0.attributes.map { _ in false } }
  }

  /// Returns whether the attribute at the 0-based index is read.
  package func contains(_ attribute: Int, of type: ResourceTypeID) -> Bool {
    attributes[type.index][attribute]
  }

  /// Returns whether nodes of the type are judged or reached.
  package func contains(_ type: ResourceTypeID) -> Bool { types[type.index] }

  /// Returns whether the attribute at the 0-based index is read.
  package func contains(_ field: Int, of structure: StructureID) -> Bool {
    fields[structure.index][field]
  }

  /// Adds an attribute, and returns whether it is new.
  mutating func insert(_ attribute: Int, of type: ResourceTypeID) -> Bool {
    if attributes[type.index][attribute] { return false }
    attributes[type.index][attribute] = true
    return true
  }

  /// Adds a type, and returns whether it is new.
  mutating func insert(_ type: ResourceTypeID) -> Bool {
    if types[type.index] { return false }
    types[type.index] = true
    return true
  }

  /// Adds an attribute of a structure, and returns whether it is new.
  mutating func insert(_ field: Int, of structure: StructureID) -> Bool {
    if fields[structure.index][field] { return false }
    fields[structure.index][field] = true
    return true
  }
}
