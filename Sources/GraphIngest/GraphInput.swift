package import ResourceModel

/// A graph that was read.
package struct GraphInput: Sendable {
  /// The resources.
  package let graph: ResourceGraph

  /// The number of resources in the source, of whatever type.
  package let resourceCount: Int

  /// What a person should know about the source.
  package let notes: [String]
}
