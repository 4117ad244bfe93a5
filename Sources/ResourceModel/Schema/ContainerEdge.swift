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
  /// Returns the attributes that say in which containers the nodes of the type are.
  package func containerEdges(of type: ResourceTypeID) -> [ContainerEdge] {
    let own = self[type].container
    return self[type].attributes.enumerated().compactMap { index, attribute in
      guard attribute.inverse == nil,
        case .resource(let target) = types[types.unwrapped(attribute.type)],
        let kind = self[target].container
      else { return nil }
      return ContainerEdge(
        attribute: index, target: target, kind: kind,
        isOutward: own.map { $0 < kind } ?? true)
    }
  }
}
