internal import StructuredText

/// An element of `resource_changes`.
struct PlanChange {
  /// The address, a string.
  let address: JSONNodeID

  /// The number of the address.
  let number: Int

  /// What it does.
  let actions: PlanActions

  /// The `before` of the change where it takes away or changes what is there, and otherwise `nil`.
  let before: JSONNodeID?

  /// Whether something new has the address, or nothing, before it is taken away.
  let isDeposed: Bool

  /// The `before_sensitive` of the change.
  let beforeSensitive: JSONNodeID?

  /// The `after` of the change.
  let after: JSONNodeID?

  /// The `after_unknown` of the change.
  let afterUnknown: JSONNodeID?

  /// The `after_sensitive` of the change.
  let afterSensitive: JSONNodeID?

  /// The whole element.
  let entry: JSONNodeID
}
