package import ResourceModel

extension Program {
  /// Returns how far the attribute may lead from its resource.
  ///
  /// An edge finds its target by a key; one that is unique everywhere may be of another account.
  package func reach(of edge: EdgeID) -> Reach {
    let attribute = schema[edge.resource].attributes[edge.attribute]
    if let inverse = attribute.inverse { return max(.account, reach(of: inverse)) }
    return reach(toward: attribute.type, isAssigned: isAssigned(edge))
  }

  /// Returns how far values of the type, read from a structure, may lead from their resource.
  package func reach(throughFieldOf type: TypeID) -> Reach { reach(toward: type, isAssigned: true) }

  private func reach(toward type: TypeID, isAssigned: Bool) -> Reach {
    guard let target = schema.edgeTarget(of: type) else { return .resource }
    switch schema[target].container {
    case .organization: return .organization
    // What no mapping assigns is where the resource is.
    case .account, .region: return isAssigned ? .organization : .account
    case nil:
      let isUniqueEverywhere = schema[target].attributes.contains { $0.key == .everywhere }
      return isUniqueEverywhere ? .organization : .account
    }
  }

  private func isAssigned(_ edge: EdgeID) -> Bool {
    mappings.contains { mapping in
      mapping.target == edge.resource
        && mapping.steps.contains {
          if case .field(edge.attribute, _) = $0 { true } else { false }
        }
    }
  }
}

extension Schema {
  /// Returns the resource type that values of the type lead to, alone or in collections; `nil` if
  /// they are no edges.
  package func edgeTarget(of type: TypeID) -> ResourceTypeID? {
    switch types[types.unwrapped(type)] {
    case .resource(let id): id
    case .list(let element), .set(let element): edgeTarget(of: element)
    case .map(_, let value): edgeTarget(of: value)
    case .error, .bool, .int, .float, .string, .duration, .timestamp, .bytes, .cidr, .cidrSet,
      .portSet, .arn, .regex, .policyDocument, .filterPattern, .version, .ipAddress, .glob, .json,
      .enumeration, .structure:
      nil
    case .optional(let wrapped): edgeTarget(of: wrapped)
    }
  }
}

extension Schema {
  /// Returns the resource type at the end of the path of attributes from `start`, or `nil` if there
  /// is no such path.
  package func end(of path: [Int], from start: ResourceTypeID) -> ResourceTypeID? {
    var attributes = self[start].attributes
    var end: ResourceTypeID?
    for index in path {
      guard attributes.indices.contains(index) else { return nil }
      switch types[element(of: attributes[index].type)] {
      case .resource(let id): (attributes, end) = (self[id].attributes, id)
      case .structure(let id): (attributes, end) = (self[id].attributes, nil)
      default: return nil
      }
    }
    return end
  }

  private func element(of type: TypeID) -> TypeID {
    switch types[types.unwrapped(type)] {
    case .list(let inner), .set(let inner): element(of: inner)
    default: types.unwrapped(type)
    }
  }
}
