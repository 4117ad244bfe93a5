internal import ResourceModel

/// How structures of one type are made at one place of a mapping.
struct StructureForm {
  /// What the structures are.
  let type: StructureType

  /// Whether anybody reads a field, by their 0-based indices.
  let isRead: [Bool]
}
