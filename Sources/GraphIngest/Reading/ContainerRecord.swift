internal import ResourceModel

/// An account or region as a source writes it, kept until all nodes are known.
struct ContainerRecord: Sendable {
  /// The 0-based index of its type.
  let type: Int

  /// The account, a text of its reader.
  let account: UInt32

  /// The region, likewise; of accounts the empty text.
  let region: UInt32

  /// The resource, in JSON.
  let text: [UInt8]

  /// The place of the resource.
  let place: UInt64
}

/// An account and one of its regions in which resources are.
struct Scope: Hashable, Sendable {
  /// The account, a text of its reader.
  let account: UInt32

  /// The region, likewise; the empty text for none.
  let region: UInt32
}
