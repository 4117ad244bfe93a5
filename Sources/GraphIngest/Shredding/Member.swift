internal import ResourceModel

/// A named part of a resource or structure, as the shredder looks for it; without anything whose
/// copies are counted.
struct Member: Sendable {
  /// The bytes of the name, as places in the table of names.
  let name: Range<Int>

  /// The digest of the name.
  let digest: UInt32

  /// The shape of its values.
  let shape: Int

  /// Whether a rule reads it.
  let isRead: Bool

  /// The kind of container it leads to, if it does.
  let container: ContainerKind?
}

/// A name that a member had before, by which it is still found.
struct FormerName: Sendable {
  /// The place of the name in the table's names.
  let name: Range<Int>

  /// The digest of the name.
  let digest: UInt32

  /// The place of the member in the table's members.
  let member: Int
}
