package import ResourceModel

/// An input that was read, from which resources are still to be collected.
package struct ReadInput: Sendable {
  private let plan: PlanAssembly

  /// Creates an input that is a plan.
  init(_ plan: PlanAssembly) {
    self.plan = plan
  }

  /// What mappings call the source.
  package var sourceName: String { InputFormat.terraformPlan.sourceName }

  /// The source's names of the types of resources; there may be some of which there is no resource.
  package var rawTypes: [String] { plan.types }

  /// The number of resources.
  package var resourceCount: Int { plan.resourceCount }

  /// Returns what the input says of resources, of which attributes that are not in `reads` are left
  /// out where nothing can be wrong with them.
  ///
  /// - Throws: a `CollectError` when it does not have its format.
  package func inventory(_ reads: RawReads) throws(CollectError) -> RawInventory {
    try plan.inventory(reads)
  }
}
