/// An attribute that says in which container the nodes of a type are.
package struct ContainerEdge: Hashable, Sendable {
  /// The 0-based index of the attribute.
  package let attribute: Int

  /// The type of the container.
  package let target: ResourceTypeID

  /// What the container is.
  package let kind: ContainerKind

  /// Whether it leads outwards: to what contains more than the nodes of the type do, if they contain
  /// anything.
  package let isOutward: Bool
}

extension Schema {
  /// Whether nodes of the type are containers of the kind, or may be in one.
  package func isInside(_ kind: ContainerKind, _ type: ResourceTypeID) -> Bool {
    resources[type.index].container == kind
      || containerEdges(of: type).contains { $0.kind == kind }
  }

  /// Returns the attributes that say in which containers the nodes of the type are.
  package func containerEdges(of type: ResourceTypeID) -> [ContainerEdge] {
    let own = resources[type.index].container
    var edges: [ContainerEdge] = []
    // In their places, because declarations are large, and most have nothing to do with it.
    for index in resources[type.index].attributes.indices
    where resources[type.index].attributes[index].inverse == nil {
      let attribute = types.unwrapped(resources[type.index].attributes[index].type)
      guard case .resource(let target) = types[attribute],
        let kind = resources[target.index].container
      else { continue }
      edges.append(
        ContainerEdge(
          attribute: index, target: target, kind: kind,
          isOutward: own.map { $0 < kind } ?? true))
    }
    return edges
  }
}
