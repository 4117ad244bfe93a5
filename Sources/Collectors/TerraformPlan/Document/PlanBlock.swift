internal import StructuredText

/// A resource block of the configuration, with the parts that are looked at for each instance.
struct PlanBlock {
  /// Its `expressions`.
  let expressions: JSONNodeID?

  /// Its `for_each_expression`.
  let forEach: JSONNodeID?

  /// Its `provider_config_key`.
  let providerKey: JSONNodeID?
}
