internal import SourceText
internal import StructuredText

/// A resource instance of a plan, with the parts of the plan that speak of it.
struct PlanResource {
  /// The absolute address.
  let address: String

  /// The absolute address of its module instance; empty for the root module.
  let module: String

  /// Whether it is a data source.
  let isData: Bool

  /// Whether it is what the plan takes away or changes, as it was before.
  let isFormer: Bool

  /// The number of the source's name of the type.
  let type: Int

  /// What tells it apart from the other instances of its block.
  let key: InstanceKey?

  /// Where the object that speaks of it stands.
  let range: SourceRange

  /// The `values` of that.
  let values: JSONNodeID?

  /// The `sensitive_values` of that.
  let sensitiveValues: JSONNodeID?

  /// The `provider_name` of that.
  let provider: JSONNodeID?

  /// What is said of it in `resource_changes`, when it is there.
  let change: PlanChange?

  /// The number of the address of its block inside its module.
  let block: UInt32

  /// What its change does to it.
  var actions: PlanActions { change?.actions ?? .keep }

  /// Whether it is a data source that was read when the plan was made, so that all of it is known.
  var isRead: Bool { isData && actions != .read }

  /// Whether its resource name tells where it is, as is so of one that stays.
  var tellsPlace: Bool { !isData && actions == .keep }
}
