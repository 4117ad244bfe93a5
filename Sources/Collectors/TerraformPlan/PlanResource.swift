internal import StructuredText

/// A resource instance of a plan, with the parts of the plan that speak of it.
struct PlanResource {
  /// The absolute address.
  let address: String

  /// The absolute address of its module instance; empty for the root module.
  let module: String

  /// Whether it is a data source.
  let isData: Bool

  /// The type, without `data.`.
  let type: String

  /// The name of the block.
  let name: String

  /// What tells it apart from the other instances of its block.
  let key: InstanceKey?

  /// The object that holds `values`.
  let node: JSONNodeID

  /// Its `change` in `resource_changes`, when it has one.
  let change: JSONNodeID?

  /// What `change` does to it.
  let actions: PlanActions

  /// The address of its block inside its module.
  let blockAddress: String
}
