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
